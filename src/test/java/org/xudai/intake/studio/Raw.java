package org.xudai.intake.studio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture before it is a file.
 *
 * @param width pixels
 * @param height pixels
 * @param pixels red, green and blue, row by row
 */
record Raw(int width, int height, int[] pixels) {

    private static final int PAIR = 0xff00ff;
    private static final int NOISES = 1 << 10;

    /** Out of focus by a standard deviation in pixels. */
    Raw blurred(double deviation) {
        if (deviation < 0.3) {
            return this;
        }
        int[] weights = weights(deviation);
        int[] across = new int[pixels.length];
        int[] both = new int[pixels.length];
        spread(pixels, across, weights, 1);
        spread(across, both, weights, width);
        return new Raw(width, height, both);
    }

    /** Moved while the shutter was open, by a way in pixels. */
    Raw moved(double way, double direction) {
        int steps = Math.max(2, Math.min(32, (int) Math.round(way)));
        int[] moved = new int[pixels.length];
        int[] offsets = new int[steps];
        int[] weights = new int[steps];
        int reach = 0;
        for (int i = 0; i < steps; i++) {
            double at = (i - (steps - 1) / 2.0) * way / steps;
            int x = (int) Math.round(at * Math.cos(direction));
            int y = (int) Math.round(at * Math.sin(direction));
            offsets[i] = y * width + x;
            weights[i] = (i + 1) * 256 / steps - i * 256 / steps;
            reach = Math.max(reach, Math.abs(offsets[i]));
        }
        for (int i = 0; i < pixels.length; i++) {
            if (i < reach || i >= pixels.length - reach) {
                moved[i] = pixels[i];
                continue;
            }
            int redBlue = 0;
            int green = 0;
            for (int k = 0; k < steps; k++) {
                int pixel = pixels[i + offsets[k]];
                redBlue += (pixel & PAIR) * weights[k];
                green += (pixel >> 8 & 0xff) * weights[k];
            }
            moved[i] = (redBlue >>> 8 & PAIR) | (green & 0xff00);
        }
        return new Raw(width, height, moved);
    }

    /** Adds the sensor's noise, of a standard deviation in levels. */
    void noisy(double deviation, Chance chance) {
        int[] noises = new int[NOISES];
        for (int i = 0; i < NOISES; i++) {
            noises[i] = (int) Math.round(chance.about(deviation));
        }
        int state = (int) chance.number() | 1;
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int common = noises[state & NOISES - 1];
            int red = (pixels[i] >> 16 & 0xff) + common + (noises[state >>> 10 & NOISES - 1] >> 1);
            int green = (pixels[i] >> 8 & 0xff) + common;
            int blue = (pixels[i] & 0xff) + common + (noises[state >>> 20 & NOISES - 1] >> 1);
            pixels[i] = level(red) << 16 | level(green) << 8 | level(blue);
        }
    }

    byte[] jpeg(float quality) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        System.arraycopy(pixels, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int level(int value) {
        return value < 0 ? 0 : Math.min(value, 255);
    }

    private static int[] weights(double deviation) {
        int reach = (int) Math.ceil(2.5 * deviation);
        double[] bell = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < bell.length; i++) {
            bell[i] = Math.exp(-(i - reach) * (i - reach) / (2 * deviation * deviation));
            sum += bell[i];
        }
        int[] weights = new int[bell.length];
        int left = 256;
        for (int i = 0; i < bell.length; i++) {
            weights[i] = (int) Math.round(256 * bell[i] / sum);
            left -= weights[i];
        }
        weights[reach] += left;
        return weights;
    }

    /** Weighs neighbours a step apart; near the border of the array pixels stay as they are. */
    private static void spread(int[] from, int[] to, int[] weights, int step) {
        int reach = weights.length / 2 * step;
        for (int i = 0; i < from.length; i++) {
            if (i < reach || i >= from.length - reach) {
                to[i] = from[i];
                continue;
            }
            int redBlue = 0;
            int green = 0;
            int at = i - reach;
            for (int weight : weights) {
                int pixel = from[at];
                redBlue += (pixel & PAIR) * weight;
                green += (pixel >> 8 & 0xff) * weight;
                at += step;
            }
            to[i] = (redBlue >>> 8 & PAIR) | (green & 0xff00);
        }
    }
}
