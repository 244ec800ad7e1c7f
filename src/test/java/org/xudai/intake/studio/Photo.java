package org.xudai.intake.studio;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.xudai.forms.FormLayout;

/**
 * A photo and what it shows.
 *
 * @param jpeg the file
 * @param truth what it shows
 */
public record Photo(byte[] jpeg, Truth truth) {

    private static final double POINTS_PER_INCH = 72;

    /** The picture as a receiver decodes it. */
    public BufferedImage picture() {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page laid flat by the exact mapping, as the best of all registrations would; white where it is not seen. */
    public BufferedImage straightened(int dotsPerInch) {
        BufferedImage picture = picture();
        FormLayout.Page page = truth.subject()
                .form()
                .filled()
                .layout()
                .pages()
                .get(truth.subject().page() - 1);
        double points = POINTS_PER_INCH / dotsPerInch;
        int width = (int) Math.round(page.width() / points);
        int height = (int) Math.round(page.height() / points);
        BufferedImage straight = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                straight.setRGB(x, y, seen(picture, truth.mapping().picture((x + 0.5) * points, (y + 0.5) * points)));
            }
        }
        return straight;
    }

    private static int seen(BufferedImage picture, Point2D at) {
        double x = at.getX() - 0.5;
        double y = at.getY() - 0.5;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= picture.getWidth() || top + 1 >= picture.getHeight()) {
            return 0xffffff;
        }
        double across = x - left;
        double down = y - top;
        int[] corners = {
            picture.getRGB(left, top),
            picture.getRGB(left + 1, top),
            picture.getRGB(left, top + 1),
            picture.getRGB(left + 1, top + 1)
        };
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = (corners[0] >> shift & 0xff) * (1 - across) + (corners[1] >> shift & 0xff) * across;
            double lower = (corners[2] >> shift & 0xff) * (1 - across) + (corners[3] >> shift & 0xff) * across;
            colour |= (int) (upper * (1 - down) + lower * down + 0.5) << shift;
        }
        return colour;
    }
}
