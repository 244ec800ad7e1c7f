package org.xudai.intake.compare;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * The colours of a picture in one array, whatever the picture keeps them in.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb a pixel after the other, row by row: eight bits each of red, green and blue
 */
record Pixels(int width, int height, int[] rgb) {

    static Pixels of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        Raster raster = picture.getRaster();
        boolean whole = raster.getParent() == null;
        if (whole && picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return new Pixels(width, height, ((DataBufferInt) raster.getDataBuffer()).getData());
        }
        int[] rgb = new int[width * height];
        if (whole && picture.getType() == BufferedImage.TYPE_3BYTE_BGR && isDense(raster, 3)) {
            byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
            for (int i = 0, from = 0; i < rgb.length; i++, from += 3) {
                rgb[i] = (bytes[from + 2] & 0xff) << 16 | (bytes[from + 1] & 0xff) << 8 | (bytes[from] & 0xff);
            }
        } else if (whole && picture.getType() == BufferedImage.TYPE_BYTE_GRAY && isDense(raster, 1)) {
            // taken as they are: Java would hold them for linear light, which no decoder of photographs means
            byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (bytes[i] & 0xff) * 0x010101;
            }
        } else {
            BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = plain.createGraphics();
            graphics.drawImage(picture, 0, 0, null);
            graphics.dispose();
            return of(plain);
        }
        return new Pixels(width, height, rgb);
    }

    private static boolean isDense(Raster raster, int bands) {
        return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getPixelStride() == bands
                && model.getScanlineStride() == bands * raster.getWidth()
                && raster.getDataBuffer().getOffset() == 0;
    }

    /** Whether a place is in the picture. */
    boolean holds(Spot spot) {
        return spot.x() >= 0 && spot.y() >= 0 && spot.x() < width && spot.y() < height;
    }

    /** Luminance of a colour (ITU-R BT.601), 0 to 255. */
    static int luminance(int rgb) {
        return (77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff)) >> 8;
    }

    /** The luminance, made smaller by a whole factor. */
    Grey grey(int factor) {
        int w = width / factor;
        int h = height / factor;
        byte[] out = new byte[w * h];
        if (factor == 1) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) luminance(rgb[i]);
            }
            return new Grey(w, h, out);
        }
        int[] sums = new int[w];
        int area = factor * factor;
        for (int y = 0; y < h; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int row = y * factor; row < (y + 1) * factor; row++) {
                int from = row * width;
                for (int x = 0; x < w; x++) {
                    for (int i = 0; i < factor; i++) {
                        sums[x] += luminance(rgb[from++]);
                    }
                }
            }
            for (int x = 0; x < w; x++) {
                out[y * w + x] = (byte) (sums[x] / area);
            }
        }
        return new Grey(w, h, out);
    }

    /** The same picture, made smaller by a whole factor. */
    Pixels reduced(int factor) {
        if (factor == 1) {
            return this;
        }
        int w = width / factor;
        int h = height / factor;
        int[] out = new int[w * h];
        int area = factor * factor;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int row = y * factor; row < (y + 1) * factor; row++) {
                    int from = row * width + x * factor;
                    for (int i = from; i < from + factor; i++) {
                        red += rgb[i] >> 16 & 0xff;
                        green += rgb[i] >> 8 & 0xff;
                        blue += rgb[i] & 0xff;
                    }
                }
                out[y * w + x] = (red / area) << 16 | (green / area) << 8 | (blue / area);
            }
        }
        return new Pixels(w, h, out);
    }
}
