package org.xudai.intake.compare;

/**
 * A place in a picture or on a page.
 *
 * @param x from the left, in the unit of where it is
 * @param y from the top
 */
public record Spot(double x, double y) {

    double distance(Spot other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
