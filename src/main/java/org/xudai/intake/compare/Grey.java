package org.xudai.intake.compare;

import java.awt.image.BufferedImage;

/**
 * A grey picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param levels a pixel after the other, row by row: 0 (black) to 255
 */
public record Grey(int width, int height, byte[] levels) {

    /** Levels outside of the picture: paper. */
    private static final int OUTSIDE = 255;

    /** A picture's luminance, of whatever it keeps its colours in. */
    public static Grey of(BufferedImage picture) {
        return Pixels.of(picture).grey(1);
    }

    /** The level of a pixel of the picture. */
    public int level(int x, int y) {
        return levels[y * width + x] & 0xff;
    }

    /** The level between pixels; centres of pixels lie at whole numbers. */
    public float at(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        if (x < 0 || y < 0 || left >= width - 1 || top >= height - 1) {
            return OUTSIDE;
        }
        float fx = (float) (x - left);
        float fy = (float) (y - top);
        int i = top * width + left;
        float upper = (levels[i] & 0xff) * (1 - fx) + (levels[i + 1] & 0xff) * fx;
        float lower = (levels[i + width] & 0xff) * (1 - fx) + (levels[i + width + 1] & 0xff) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    boolean holds(double x, double y, double margin) {
        return x >= margin && y >= margin && x <= width - 1 - margin && y <= height - 1 - margin;
    }

    /** Half the size, each pixel the mean of four. */
    Grey halved() {
        int w = width / 2;
        int h = height / 2;
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int from = 2 * y * width;
            for (int x = 0; x < w; x++, from += 2) {
                int sum = (levels[from] & 0xff)
                        + (levels[from + 1] & 0xff)
                        + (levels[from + width] & 0xff)
                        + (levels[from + width + 1] & 0xff);
                out[y * w + x] = (byte) ((sum + 2) / 4);
            }
        }
        return new Grey(w, h, out);
    }

    /** Softened as a lens does: the mean of three by three pixels. */
    Grey softened() {
        byte[] out = levels.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int sum = 0;
                for (int row = y - 1; row <= y + 1; row++) {
                    int i = row * width + x;
                    sum += (levels[i - 1] & 0xff) + (levels[i] & 0xff) + (levels[i + 1] & 0xff);
                }
                out[y * width + x] = (byte) (sum / 9);
            }
        }
        return new Grey(width, height, out);
    }
}
