package org.xudai.intake.compare;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A received picture held against the page that was issued.
 *
 * @param registration where the page lies in the picture, and whether it does
 * @param page the page laid straight; null where it is not in the picture
 */
public record PageComparison(
        Registration registration, @Nullable StraightPage page) {

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
            return new PageComparison(registration, null);
        }
        return new PageComparison(registration, StraightPage.of(issued, print, pixels, registration));
    }
}
