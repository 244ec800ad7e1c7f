package org.xudai.intake.marks;

import java.util.Arrays;

/**
 * Takes strokes away: each level becomes the largest about it, then the smallest about that (Serra, Image Analysis and
 * Mathematical Morphology, 1982).
 *
 * @param width of a picture in pixels
 * @param height in pixels
 * @param reach to each side, in pixels: strokes narrower than twice as much go
 */
record Closing(int width, int height, int reach) {

    /** The levels of a picture, row by row, without its strokes. */
    int[] of(int[] levels) {
        return extreme(extreme(levels, true), false);
    }

    /** The largest or the smallest about each pixel, first across, then down. */
    private int[] extreme(int[] from, boolean largest) {
        int[] across = new int[from.length];
        int[] both = new int[from.length];
        for (int y = 0; y < height; y++) {
            line(from, across, y * width, 1, width, largest);
        }
        for (int x = 0; x < width; x++) {
            line(across, both, x, width, height, largest);
        }
        return both;
    }

    /**
     * The extreme within reach of each number of a line: from the starts of pieces as long as the window onwards and from
     * their ends backwards (van Herk, A fast algorithm for local minimum and maximum filters, 1992).
     */
    private void line(int[] from, int[] to, int start, int step, int length, boolean largest) {
        int window = 2 * reach + 1;
        int padded = (length + 2 * reach + window - 1) / window * window;
        int[] onwards = new int[padded];
        int[] backwards = new int[padded];
        int none = largest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        Arrays.fill(onwards, none);
        for (int i = 0; i < length; i++) {
            onwards[i + reach] = from[start + i * step];
        }
        System.arraycopy(onwards, 0, backwards, 0, padded);
        for (int i = 1; i < padded; i++) {
            onwards[i] = i % window == 0 ? onwards[i] : extreme(onwards[i - 1], onwards[i], largest);
        }
        for (int i = padded - 2; i >= 0; i--) {
            backwards[i] = (i + 1) % window == 0 ? backwards[i] : extreme(backwards[i], backwards[i + 1], largest);
        }
        for (int i = 0; i < length; i++) {
            to[start + i * step] = extreme(backwards[i], onwards[i + window - 1], largest);
        }
    }

    private static int extreme(int one, int other, boolean largest) {
        return largest ? Math.max(one, other) : Math.min(one, other);
    }
}
