package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Tells an empty page of a scan, such as the back of one that is printed on one side only. What shines through from the other
 * side is paler than ink, dust and the shadow along the edge are little: neither makes a page.
 */
final class BlankSheet {

    /** The edge of a sheet, where its shadow and holes are, as a share of a side. */
    private static final double EDGE = 0.04;

    /** How much darker than the paper ink is, of 255. A pencil is. */
    private static final int INK = 48;

    /** Of all pixels; a signature on a page that is empty else is four times as much. */
    private static final double MOST_INK = 0.00025;

    private static final int LEVELS = 256;

    private BlankSheet() {}

    /** Whether nothing is on a page, in the size that people look at. */
    static boolean isBlank(BufferedImage page) {
        int left = (int) (page.getWidth() * EDGE);
        int top = (int) (page.getHeight() * EDGE);
        int width = Math.max(1, page.getWidth() - 2 * left);
        int height = Math.max(1, page.getHeight() - 2 * top);
        int[] pixels = page.getRGB(left, top, width, height, null, 0, width);
        int[] counts = new int[LEVELS];
        for (int pixel : pixels) {
            counts[darkest(pixel)]++;
        }
        int paper = LEVELS - 1;
        for (int above = counts[paper]; above < pixels.length / 2 && paper > 0; above += counts[paper]) {
            paper--;
        }
        long ink = Arrays.stream(counts, 0, Math.max(0, paper - INK))
                .asLongStream()
                .sum();
        return paper > LEVELS / 2 && ink <= MOST_INK * pixels.length;
    }

    /** Red ink is dark in green and blue. */
    private static int darkest(int pixel) {
        return Math.min(pixel >> 16 & 0xff, Math.min(pixel >> 8 & 0xff, pixel & 0xff));
    }
}
