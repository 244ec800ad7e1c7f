package org.xudai.intake;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures in a size that people look at. */
final class SmallerPicture {

    private SmallerPicture() {}

    /** The picture, no side of it longer than so many pixels. */
    static BufferedImage of(BufferedImage picture, int longest) {
        int side = Math.max(picture.getWidth(), picture.getHeight());
        if (side <= longest) {
            return picture;
        }
        double factor = (double) longest / side;
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        BufferedImage source = side > 2 * longest ? halved(picture) : picture;
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(source, smaller);
        return smaller;
    }

    /** Half the size: every pixel of four has its say, also in fine print. */
    private static BufferedImage halved(BufferedImage picture) {
        BufferedImage half = new BufferedImage(
                Math.max(1, picture.getWidth() / 2), Math.max(1, picture.getHeight() / 2), BufferedImage.TYPE_INT_RGB);
        draw(picture, half);
        return half;
    }

    private static void draw(BufferedImage from, BufferedImage to) {
        Graphics2D graphics = to.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
        graphics.dispose();
    }
}
