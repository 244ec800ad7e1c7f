package org.xudai.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferInt;
import java.awt.image.Kernel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * A page as a phone sees it: on a table, not quite straight, unevenly lit, a little out of focus, with the noise of a small
 * sensor, pressed by a messenger.
 *
 * @param width of the photo in pixels
 * @param height of the photo in pixels
 * @param tilt how far it is turned, in radians
 * @param blur radius of the blur in pixels
 * @param quality of the JPEG, 0 to 1
 */
record PaperPhoto(int width, int height, double tilt, int blur, float quality) {

    private static final double SHARE = 0.86;
    private static final double LEAN = 0.04;
    private static final int NOISE = 14;

    /** As a phone's camera gives it. */
    static PaperPhoto ofCamera() {
        return new PaperPhoto(3000, 4000, 0.05, 2, 0.85f);
    }

    /** As a messenger passes it on. */
    static PaperPhoto ofMessenger() {
        return new PaperPhoto(1080, 1440, -0.04, 1, 0.6f);
    }

    byte[] of(BufferedImage page) throws IOException {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D scene = photo.createGraphics();
        scene.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        scene.setColor(new Color(0x6b, 0x5a, 0x48));
        scene.fillRect(0, 0, width, height);
        scene.drawImage(page, view(page), null);
        scene.dispose();
        BufferedImage seen = blurred(photo);
        light(seen);
        return PackedPicture.of("jpg", quality, seen);
    }

    /** Where the page lies in the photo. */
    AffineTransform view(BufferedImage page) {
        boolean sideways = Math.abs(Math.sin(tilt)) > 0.7;
        double across = sideways ? page.getHeight() : page.getWidth();
        double down = sideways ? page.getWidth() : page.getHeight();
        double scale = SHARE * Math.min(width / across, height / down);
        AffineTransform view = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        view.rotate(tilt);
        view.shear(LEAN, LEAN / 2);
        view.scale(scale, scale);
        view.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
        return view;
    }

    private BufferedImage blurred(BufferedImage photo) {
        int side = 2 * blur + 1;
        float[] weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null)
                .filter(photo, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** Darker towards one corner, and noisy. */
    private void light(BufferedImage photo) {
        Random random = new Random(11);
        int[] pixels = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int row = i / width;
            double share = 1 - 0.45 * (i - row * width) * row / ((double) width * height);
            int noise = random.nextInt(2 * NOISE + 1) - NOISE;
            int dimmed = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int value = (int) ((pixels[i] >> shift & 0xff) * share) + noise;
                dimmed |= Math.max(0, Math.min(255, value)) << shift;
            }
            pixels[i] = dimmed;
        }
    }
}
