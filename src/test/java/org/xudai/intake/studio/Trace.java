package org.xudai.intake.studio;

import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a page.
 *
 * @param act what
 * @param kind which of its kind: a name of {@link Stamp}, {@link Alteration} or {@link Cover}, else empty
 * @param figures which figure a stroke made of which, such as 1→4, else empty
 * @param box name of the box it was meant for, or null
 * @param place where it went, points from the top left of the page
 */
public record Trace(
        Act act, String kind, String figures, @Nullable String box, Rectangle2D place) {

    /** What can be done to a page. */
    public enum Act {
        SIGNED,
        DATED,
        STAMPED,
        STRADDLED,
        ALTERED,
        WRITTEN,
        SCRIBBLED,
        COVERED,
        CUT
    }

    /** Whether this was done to a box. */
    public boolean of(Act done, String name) {
        return act == done && name.equals(box);
    }
}
