package org.xudai.intake.bent;

/**
 * Dark pixels that touch one another.
 *
 * @param area pixels
 * @param x centre of gravity, from the left
 * @param y centre of gravity, from the top
 * @param xx variance along x, in square pixels
 * @param xy covariance
 * @param yy variance along y
 * @param left first column
 * @param top first row
 * @param right last column
 * @param bottom last row
 */
record Patch(int area, double x, double y, double xx, double xy, double yy, int left, int top, int right, int bottom) {

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }

    boolean surrounds(Patch other) {
        return left < other.left && right > other.right && top < other.top && bottom > other.bottom;
    }
}
