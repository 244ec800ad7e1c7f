package org.xudai.intake.marks;

import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.StraightPage;

/**
 * Where a page is red: red by more than a tenth of full light above the larger of green and blue, over means of three by
 * three pixels, since cameras and JPEG keep colours coarser than light.
 *
 * @param width pixels across
 * @param height pixels down
 * @param red row by row
 */
record Redness(int width, int height, boolean[] red) {

    static final double PIXELS_PER_MM = IssuedPage.DPI / 25.4;

    private static final int LEAST = 24;

    static Redness of(StraightPage page) {
        int width = page.width();
        int height = page.height();
        boolean[] red = new boolean[width * height];
        int[] sums = new int[3 * width];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 0; x < width; x++) {
                int r = 0;
                int g = 0;
                int b = 0;
                for (int row = y - 1; row <= y + 1; row++) {
                    int rgb = page.rgb(x, row);
                    r += rgb >> 16 & 0xff;
                    g += rgb >> 8 & 0xff;
                    b += rgb & 0xff;
                }
                sums[3 * x] = r;
                sums[3 * x + 1] = g;
                sums[3 * x + 2] = b;
            }
            for (int x = 1; x < width - 1; x++) {
                int r = sums[3 * x - 3] + sums[3 * x] + sums[3 * x + 3];
                int g = sums[3 * x - 2] + sums[3 * x + 1] + sums[3 * x + 4];
                int b = sums[3 * x - 1] + sums[3 * x + 2] + sums[3 * x + 5];
                red[y * width + x] = r - Math.max(g, b) > 9 * LEAST;
            }
        }
        return new Redness(width, height, red);
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && red[y * width + x];
    }
}
