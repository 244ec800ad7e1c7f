package org.xudai.intake.compare;

/**
 * Some of the pixels of a picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param marked a pixel after the other, row by row
 */
record Mask(int width, int height, boolean[] marked) {

    /** The pixels darker than a level. */
    static Mask darker(Grey picture, int level) {
        boolean[] marked = new boolean[picture.levels().length];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = (picture.levels()[i] & 0xff) < level;
        }
        return new Mask(picture.width(), picture.height(), marked);
    }

    /** These pixels and all within a square about each. */
    Mask spread(int reach) {
        boolean[] across = new boolean[marked.length];
        for (int y = 0; y < height; y++) {
            spreadLine(marked, across, y * width, 1, width, reach);
        }
        boolean[] both = new boolean[marked.length];
        for (int x = 0; x < width; x++) {
            spreadLine(across, both, x, width, height, reach);
        }
        return new Mask(width, height, both);
    }

    private static void spreadLine(boolean[] from, boolean[] to, int start, int step, int length, int reach) {
        int until = -1;
        for (int i = 0, at = start; i < length; i++, at += step) {
            if (from[at]) {
                to[at] = true;
                for (int back = Math.max(Math.max(0, i - reach), until + 1); back < i; back++) {
                    to[start + back * step] = true;
                }
                until = Math.max(until, i + reach);
            } else if (i <= until) {
                to[at] = true;
            }
        }
    }
}
