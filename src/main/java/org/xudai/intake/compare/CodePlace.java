package org.xudai.intake.compare;

/**
 * Where the page code was found in a picture: the centres of its three finder patterns, in pixels of the picture.
 *
 * @param bottomLeft the lower left one as the page is read, wherever it lies in the picture
 * @param topLeft the upper left one
 * @param topRight the upper right one
 */
public record CodePlace(Spot bottomLeft, Spot topLeft, Spot topRight) {

    /** Modules along a side of the page code: version 4 of ISO/IEC 18004. */
    private static final double MODULES = 33;

    /** A finder pattern is seven modules wide. */
    private static final double FINDER = 3.5 / MODULES;

    /** Where the three centres lie in a square box. */
    static CodePlace in(double x, double y, double side) {
        double near = FINDER * side;
        double far = side - near;
        return new CodePlace(new Spot(x + near, y + far), new Spot(x + near, y + near), new Spot(x + far, y + near));
    }

    /** Mean distance of the upper left centre to the other two, in pixels of the picture. */
    public double side() {
        return (topLeft.distance(topRight) + topLeft.distance(bottomLeft)) / 2;
    }

    /** The affine map that takes the centres of this place to those of another. */
    Homography to(CodePlace other) {
        double ux = topRight.x() - topLeft.x();
        double uy = topRight.y() - topLeft.y();
        double vx = bottomLeft.x() - topLeft.x();
        double vy = bottomLeft.y() - topLeft.y();
        double det = ux * vy - uy * vx;
        double uX = other.topRight.x() - other.topLeft.x();
        double uY = other.topRight.y() - other.topLeft.y();
        double vX = other.bottomLeft.x() - other.topLeft.x();
        double vY = other.bottomLeft.y() - other.topLeft.y();
        double a = (uX * vy - vX * uy) / det;
        double b = (vX * ux - uX * vx) / det;
        double d = (uY * vy - vY * uy) / det;
        double e = (vY * ux - uY * vx) / det;
        return new Homography(
                a,
                b,
                other.topLeft.x() - a * topLeft.x() - b * topLeft.y(),
                d,
                e,
                other.topLeft.y() - d * topLeft.x() - e * topLeft.y(),
                0,
                0);
    }
}
