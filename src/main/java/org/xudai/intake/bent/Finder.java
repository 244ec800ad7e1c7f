package org.xudai.intake.bent;

/**
 * A finder pattern: a dark square in a dark ring (ISO/IEC 18004, 6.3.3), as it slants in a picture.
 *
 * @param x its centre
 * @param y its centre
 * @param ring its ring, whose spread tells how large a module is in each direction
 */
record Finder(double x, double y, Patch ring) {

    /** Variance of a ring's pixels along a side, in square modules: seven modules wide, five of them bare. */
    private static final double SPREAD = (49.0 * 49 - 25.0 * 25) / 12 / 24;

    /** Distance to another in modules, as the rings of both slant. */
    double modulesTo(Finder other) {
        double xx = (ring.xx() + other.ring.xx()) / 2 / SPREAD;
        double xy = (ring.xy() + other.ring.xy()) / 2 / SPREAD;
        double yy = (ring.yy() + other.ring.yy()) / 2 / SPREAD;
        double dx = other.x - x;
        double dy = other.y - y;
        double det = xx * yy - xy * xy;
        return det <= 0 ? Double.POSITIVE_INFINITY : Math.sqrt((dx * dx * yy - 2 * dx * dy * xy + dy * dy * xx) / det);
    }
}
