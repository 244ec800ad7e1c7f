package org.xudai.intake.compare;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A received picture held against the page that was issued.
 *
 * @param registration where the page lies in the picture, and whether it does
 * @param page the page laid straight; null where it is not in the picture
 * @param quality how well the picture shows it; null likewise
 * @param values what became of each printed value; empty likewise, which is no verdict
 * @param stray where there is ink with no business there: a hint for a person
 */
public record PageComparison(
        Registration registration,
        @Nullable StraightPage page,
        @Nullable Quality quality,
        List<ValueReading> values,
        List<Region> stray) {

    /**
     * Compares. Several pages in one picture are compared one by one, each by its code.
     *
     * @param picture the picture as received, any side up; at least 60 pixels an inch of paper
     * @param code where the page code was found in it
     * @param issued the page that the code names
     */
    public static PageComparison of(BufferedImage picture, CodePlace code, IssuedPage issued) {
        Pixels pixels = Pixels.of(picture);
        Grey print = Pixels.of(issued.rendering()).grey(1);
        Registration registration = new Registering(issued, pixels, code).registration(print);
        if (!registration.succeeded()) {
            return new PageComparison(registration, null, null, List.of(), List.of());
        }
        StraightPage page = StraightPage.of(issued, print, pixels, registration);
        Redline redline = new Redline(page);
        return new PageComparison(
                registration,
                page,
                Quality.of(page, registration, redline.blur()),
                redline.readings(),
                StrayInk.on(page, print));
    }
}
