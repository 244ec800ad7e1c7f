package org.xudai.intake.compare;

/**
 * The colour between sixteen pixels (Keys, Cubic convolution interpolation for digital image processing, 1981): keeps strokes
 * alike wherever they fall between the pixels of a coarse picture.
 */
final class Cubic {

    private static final int STEPS = 64;
    private static final int ONE = 256;

    /** Weights of four pixels in a row for each step between the middle two. */
    private static final int[] WEIGHTS = weights();

    private Cubic() {}

    private static int[] weights() {
        int[] weights = new int[4 * STEPS];
        for (int step = 0; step < STEPS; step++) {
            double t = (step + 0.5) / STEPS;
            int before = (int) Math.round(ONE * (-0.5 * t + t * t - 0.5 * t * t * t));
            int right = (int) Math.round(ONE * (0.5 * t + 2 * t * t - 1.5 * t * t * t));
            int after = (int) Math.round(ONE * (-0.5 * t * t + 0.5 * t * t * t));
            weights[4 * step] = before;
            weights[4 * step + 1] = ONE - before - right - after;
            weights[4 * step + 2] = right;
            weights[4 * step + 3] = after;
        }
        return weights;
    }

    /** The colour at a place, centres of pixels at whole numbers; along the rim that between four pixels. */
    static int colour(Pixels source, float x, float y) {
        int left = (int) x - 1;
        int top = (int) y - 1;
        if (x < 1 || y < 1 || left + 3 >= source.width() || top + 3 >= source.height()) {
            return Straightening.colour(source, x, y);
        }
        int across = 4 * (int) ((x - left - 1) * STEPS);
        int down = 4 * (int) ((y - top - 1) * STEPS);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int row = 0; row < 4; row++) {
            int at = (top + row) * source.width() + left;
            int weight = WEIGHTS[down + row];
            int r = 0;
            int g = 0;
            int b = 0;
            for (int column = 0; column < 4; column++) {
                int rgb = source.rgb()[at + column];
                int share = WEIGHTS[across + column];
                r += share * (rgb >> 16 & 0xff);
                g += share * (rgb >> 8 & 0xff);
                b += share * (rgb & 0xff);
            }
            red += weight * r;
            green += weight * g;
            blue += weight * b;
        }
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(int sum) {
        return Math.max(0, Math.min(255, sum >> 16));
    }
}
