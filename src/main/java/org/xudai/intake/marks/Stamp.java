package org.xudai.intake.marks;

import org.xudai.forms.FormBox;

/**
 * A red stamp on a page.
 *
 * @param kind what it seems to be
 * @param sure whether it is that beyond doubt
 * @param x points from the left of the page
 * @param y points from the top
 * @param width points
 * @param height points
 */
public record Stamp(MarkKind kind, boolean sure, double x, double y, double width, double height) {

    /** A stamp belongs to a box with this share of it inside. */
    private static final double INSIDE = 0.35;

    /** Whether it belongs to a box: its middle lies in it, or a third of it. */
    boolean isIn(FormBox box) {
        boolean middle = Math.abs(x + width / 2 - box.x() - box.width() / 2) < box.width() / 2
                && Math.abs(y + height / 2 - box.y() - box.height() / 2) < box.height() / 2;
        return middle || (touches(box) && across(box) * down(box) > INSIDE * width * height);
    }

    boolean touches(FormBox box) {
        return across(box) > 0 && down(box) > 0;
    }

    private double across(FormBox box) {
        return Math.min(x + width, box.x() + box.width()) - Math.max(x, box.x());
    }

    private double down(FormBox box) {
        return Math.min(y + height, box.y() + box.height()) - Math.max(y, box.y());
    }
}
