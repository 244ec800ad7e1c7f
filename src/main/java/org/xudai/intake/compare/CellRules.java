package org.xudai.intake.compare;

import org.xudai.forms.FormBox;

/** Rules about a box that lie a little beside their place tell nothing of its value: thin, long, at its edge. */
final class CellRules {

    private static final double EDGE = 13;
    private static final int THIN = 9;
    private static final int LONG = 4;

    /** Least height of an upright rule, as a share of its box: a figure 1 that was inserted is less tall. */
    private static final double TALL = 0.75;

    private CellRules() {}

    /** The differences without rules about a box. */
    static Differences without(FormBox box, Differences differences, StraightPage page) {
        Window inner = Window.about(box, -EDGE, -EDGE, page.width(), page.height());
        Differences left = differences;
        for (Blob blob : Blob.above(differences.extra(), 0)) {
            Window at = blob.window();
            int x = differences.window().left() + at.left();
            int y = differences.window().top() + at.top();
            boolean thin = Math.min(at.width(), at.height()) <= THIN
                    && Math.max(at.width(), at.height()) >= LONG * Math.min(at.width(), at.height())
                    && (at.width() > at.height() || at.height() >= TALL * IssuedPage.pixels(box.height()));
            boolean outside = x + at.width() <= inner.left()
                    || x >= inner.left() + inner.width()
                    || y + at.height() <= inner.top()
                    || y >= inner.top() + inner.height();
            left = thin && outside ? left.without(at) : left;
        }
        return left;
    }
}
