package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture out of focus, or taken by a hand that moved, made sharper: what a pixel differs from the mean about it counts
 * four times (unsharp masking; Gonzalez and Woods, Digital Image Processing, 3.6.3). In grey.
 */
final class Sharpened {

    private static final int MORE = 3;

    private Sharpened() {}

    /**
     * A copy.
     *
     * @param picture of plain RGB pixels
     * @param reach how far about a pixel the mean is taken, in pixels
     */
    static BufferedImage of(BufferedImage picture, int reach) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] grey =
                ((DataBufferInt) picture.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < grey.length; i++) {
            int rgb = grey[i];
            grey[i] = (77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff)) >> 8;
        }
        int[] across = new int[grey.length];
        for (int y = 0; y < height; y++) {
            mean(grey, across, y * width, 1, width, reach);
        }
        int[] mean = new int[grey.length];
        for (int x = 0; x < width; x++) {
            mean(across, mean, x, width, height, reach);
        }
        BufferedImage sharp = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] into = ((DataBufferInt) sharp.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < grey.length; i++) {
            int level = Math.max(0, Math.min(255, grey[i] + MORE * (grey[i] - mean[i])));
            into[i] = level * 0x010101;
        }
        return sharp;
    }

    /** The mean along a line, of what there is. */
    private static void mean(int[] from, int[] to, int start, int step, int length, int reach) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(reach, length); i++) {
            sum += from[start + i * step];
            count++;
        }
        for (int i = 0; i < length; i++) {
            if (i + reach < length) {
                sum += from[start + (i + reach) * step];
                count++;
            }
            if (i > reach) {
                sum -= from[start + (i - reach - 1) * step];
                count--;
            }
            to[start + i * step] = sum / count;
        }
    }
}
