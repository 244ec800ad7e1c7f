package org.xudai.pdf;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** What was painted on a page while it was drawn: whether it is one upright scan and nothing besides. */
final class ScanMarks {

    /** How far an edge of the scan may lie from the page's, as a share of a side. */
    private static final double NEAR = 0.02;

    private static final double STRAIGHT = 0.001;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final PDPage page;
    private int pictures;
    private boolean other;
    private @Nullable PDImageXObject scan;

    ScanMarks(PDPage page) {
        this.page = page;
    }

    /** A picture, with where it was painted in points. */
    void picture(PDImage image, AffineTransform place) {
        pictures++;
        PDRectangle box = page.getCropBox();
        boolean upright = place.getScaleX() > 0
                && place.getScaleY() > 0
                && Math.abs(place.getShearX()) < STRAIGHT * place.getScaleX()
                && Math.abs(place.getShearY()) < STRAIGHT * place.getScaleY();
        boolean whole = upright
                && isNear(place.getTranslateX(), box.getLowerLeftX(), box.getWidth())
                && isNear(place.getTranslateX() + place.getScaleX(), box.getUpperRightX(), box.getWidth())
                && isNear(place.getTranslateY(), box.getLowerLeftY(), box.getHeight())
                && isNear(place.getTranslateY() + place.getScaleY(), box.getUpperRightY(), box.getHeight());
        scan = whole && page.getRotation() == 0 && image instanceof PDImageXObject one ? one : null;
    }

    private static boolean isNear(double edge, double ofPage, double side) {
        return Math.abs(edge - ofPage) <= NEAR * side;
    }

    /** Text, a line, a shade: anything that can be seen and is no picture. */
    void besides() {
        other = true;
    }

    /**
     * The bytes of the scan; nothing where the page is more than it, or where a reader of the bytes alone would see something
     * else than the page shows.
     *
     * @param most most bytes
     */
    byte @Nullable [] jpeg(int most) throws IOException {
        PDImageXObject one = scan;
        if (one == null || pictures != 1 || other || !isPlain(one)) {
            return null;
        }
        try (InputStream in = one.getCOSObject().createRawInputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length <= most && !saysHowItWasHeld(bytes) ? bytes : null;
        }
    }

    private static boolean isPlain(PDImageXObject image) throws IOException {
        PDColorSpace colours = image.getColorSpace();
        boolean known =
                colours instanceof PDDeviceRGB || colours instanceof PDDeviceGray || colours instanceof PDICCBased;
        return known
                && colours.getNumberOfComponents() != 4
                && !image.isStencil()
                && image.getDecode() == null
                && image.getMask() == null
                && image.getSoftMask() == null
                && image.getColorKeyMask() == null
                && List.of(COSName.DCT_DECODE).equals(image.getStream().getFilters());
    }

    /** A PDF shows a picture as it lies; a viewer of the bytes alone would turn it. */
    private static boolean saysHowItWasHeld(byte[] jpeg) {
        return new String(jpeg, 0, Math.min(jpeg.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1)
                .contains("Exif\0\0");
    }
}
