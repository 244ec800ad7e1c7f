package org.xudai.intake.compare;

/**
 * A rectangle on the issued page.
 *
 * @param x points from the left
 * @param y points from the top
 * @param width points
 * @param height points
 */
public record Region(double x, double y, double width, double height) {

    static Region of(Window pixels, int left, int top) {
        return new Region(
                (left + pixels.left()) / IssuedPage.POINT,
                (top + pixels.top()) / IssuedPage.POINT,
                pixels.width() / IssuedPage.POINT,
                pixels.height() / IssuedPage.POINT);
    }
}
