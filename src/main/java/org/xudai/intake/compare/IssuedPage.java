package org.xudai.intake.compare;

import java.awt.image.BufferedImage;
import java.util.List;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;

/**
 * A page as it was issued.
 *
 * @param rendering its picture at {@link #DPI} pixels an inch
 * @param layout its size and boxes
 */
public record IssuedPage(BufferedImage rendering, FormLayout.Page layout) {

    /** Pixels an inch of renderings and of straightened pages. */
    public static final int DPI = 200;

    static final double POINT = DPI / 72.0;
    static final double MM = DPI / 25.4;

    /** Pixels of the rendering for a length in points. */
    public static double pixels(double points) {
        return points * POINT;
    }

    /** The boxes of a kind. */
    public List<FormBox> boxes(FormBox.Kind kind) {
        return layout.boxes().stream().filter(box -> box.kind() == kind).toList();
    }

    /**
     * Where the finder patterns of the page code lie on the rendering, in its pixels.
     *
     * @throws IllegalArgumentException where the page has no box of a page code
     */
    CodePlace code() {
        FormBox box = boxes(FormBox.Kind.CODE).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the page has no page code"));
        return CodePlace.in(pixels(box.x()), pixels(box.y()), pixels(box.width()));
    }
}
