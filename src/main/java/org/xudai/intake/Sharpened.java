package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A picture out of focus, or taken by a hand that moved, made sharper: what a pixel differs from the mean about it counts
 * four times (unsharp masking; Gonzalez and Woods, Digital Image Processing, 3.6.3). In grey.
 */
final class Sharpened {

    private static final int MORE = 3;
    private static final int LEVEL = 0xff;
    private static final int GREY = 8;

    private Sharpened() {}

    /**
     * The picture itself, changed: a second one of its size would not fit a small heap. While it is worked on a pixel holds its
     * grey and, in the lowest byte, a mean.
     *
     * @param picture of plain RGB pixels
     * @param reach how far about a pixel the mean is taken, in pixels
     */
    static BufferedImage inPlace(BufferedImage picture, int reach) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int[] line = new int[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                line[x] = luminance(pixels[y * width + x]);
                pixels[y * width + x] = line[x] << GREY;
            }
            addMeans(line, pixels, y * width, 1, width, reach);
        }
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                line[y] = pixels[y * width + x] & LEVEL;
                pixels[y * width + x] -= line[y];
            }
            addMeans(line, pixels, x, width, height, reach);
        }
        for (int i = 0; i < pixels.length; i++) {
            int grey = pixels[i] >> GREY;
            int mean = pixels[i] & LEVEL;
            pixels[i] = Math.max(0, Math.min(LEVEL, grey + MORE * (grey - mean))) * 0x010101;
        }
        return picture;
    }

    private static int luminance(int rgb) {
        return (77 * (rgb >> 16 & LEVEL) + 150 * (rgb >> 8 & LEVEL) + 29 * (rgb & LEVEL)) >> 8;
    }

    /** Adds to each pixel the mean about it along a line, of what there is. */
    private static void addMeans(int[] line, int[] pixels, int start, int step, int length, int reach) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(reach, length); i++) {
            sum += line[i];
            count++;
        }
        for (int i = 0; i < length; i++) {
            if (i + reach < length) {
                sum += line[i + reach];
                count++;
            }
            if (i > reach) {
                sum -= line[i - reach - 1];
                count--;
            }
            pixels[start + i * step] += sum / count;
        }
    }
}
