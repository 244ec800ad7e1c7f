package org.xudai.intake.compare;

import java.util.List;

/**
 * How far matches reach over the page, in pixels of the rendering.
 *
 * @param left the leftmost
 * @param top the uppermost
 * @param right the rightmost
 * @param bottom the lowest
 */
record Extent(double left, double top, double right, double bottom) {

    static Extent of(List<Match> matches) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Match match : matches) {
            left = Math.min(left, match.pageX());
            right = Math.max(right, match.pageX());
            top = Math.min(top, match.pageY());
            bottom = Math.max(bottom, match.pageY());
        }
        return new Extent(left, top, right, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }
}
