package org.xudai.intake.compare;

/** Takes the picture of a page apart by a map and lays it straight, at the size of the rendering. */
final class Straightening {

    /** Colour of what lies outside of the picture; no camera gives it. */
    static final int OUTSIDE = 0xff000000;

    /** Pixels of the picture for one of the page below which it is coarse: between four pixels a stroke would be lost. */
    private static final double COARSE = 0.75;

    private Straightening() {}

    /**
     * The page as it was photographed, straight. Places outside of the picture are {@link #OUTSIDE}.
     *
     * @param map centres of pixels of the page to those of the picture
     * @param scale pixels of the picture for one of the page
     */
    static Pixels of(Pixels picture, GridMap map, double scale, int width, int height) {
        int factor = Math.max(1, (int) scale);
        Pixels source = picture.reduced(factor);
        int[] straight = new int[width * height];
        int step = map.step();
        float inverse = 1f / factor;
        float shift = (factor - 1) / 2f;
        boolean coarse = scale < COARSE;
        for (int y = 0; y < height; y++) {
            int row = y / step;
            float fy = (float) (y - row * step) / step;
            for (int column = 0, x = 0; x < width; column++) {
                int node = row * map.columns() + column;
                int under = node + map.columns();
                float startX = map.x()[node] * (1 - fy) + map.x()[under] * fy;
                float startY = map.y()[node] * (1 - fy) + map.y()[under] * fy;
                float endX = map.x()[node + 1] * (1 - fy) + map.x()[under + 1] * fy;
                float endY = map.y()[node + 1] * (1 - fy) + map.y()[under + 1] * fy;
                float px = (startX - shift) * inverse;
                float py = (startY - shift) * inverse;
                float stepX = (endX - startX) * inverse / step;
                float stepY = (endY - startY) * inverse / step;
                int end = Math.min(width, x + step);
                for (int i = y * width + x; x < end; x++, i++, px += stepX, py += stepY) {
                    straight[i] = coarse ? Cubic.colour(source, px, py) : colour(source, px, py);
                }
            }
        }
        return new Pixels(width, height, straight);
    }

    /** The colour between four pixels, in steps of 1/256. */
    static int colour(Pixels source, float x, float y) {
        int fixedX = (int) (x * 256);
        int fixedY = (int) (y * 256);
        int left = fixedX >> 8;
        int top = fixedY >> 8;
        if (fixedX < 0 || fixedY < 0 || left >= source.width() - 1 || top >= source.height() - 1) {
            return OUTSIDE;
        }
        int fx = fixedX & 0xff;
        int fy = fixedY & 0xff;
        int[] rgb = source.rgb();
        int i = top * source.width() + left;
        int a = rgb[i];
        int b = rgb[i + 1];
        int c = rgb[i + source.width()];
        int d = rgb[i + source.width() + 1];
        int wd = (fx * fy) >> 8;
        int wb = fx - wd;
        int wc = fy - wd;
        int wa = 256 - fx - wc;
        int redBlue = ((a & 0xff00ff) * wa + (b & 0xff00ff) * wb + (c & 0xff00ff) * wc + (d & 0xff00ff) * wd) >>> 8;
        int green = ((a & 0x00ff00) * wa + (b & 0x00ff00) * wb + (c & 0x00ff00) * wc + (d & 0x00ff00) * wd) >>> 8;
        return (redBlue & 0xff00ff) | (green & 0x00ff00);
    }
}
