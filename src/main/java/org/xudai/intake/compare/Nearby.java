package org.xudai.intake.compare;

import java.util.List;

/**
 * Where a place lies by the few matches nearest to it: the affine map that leads from the plane to them. It follows a steep
 * perspective or a curl from block to block, also with very few matches.
 */
record Nearby(Homography plane, List<Match> matches) implements PageMap {

    private static final int NEAREST = 10;
    private static final double STIFFNESS = 0.01;

    /** A distance of the rendering that is near in any case: 1 cm. */
    private static final double NEAR = 80;

    @Override
    public Spot at(double pageX, double pageY) {
        double flatX = plane.x(pageX, pageY);
        double flatY = plane.y(pageX, pageY);
        if (matches.isEmpty()) {
            return new Spot(flatX, flatY);
        }
        double radius = 1.2 * Math.max(NEAR, reach(pageX, pageY));
        double[][] forX = new double[3][4];
        double[][] forY = new double[3][4];
        double[] row = new double[4];
        for (Match match : matches) {
            double dx = (match.pageX() - pageX) / radius;
            double dy = (match.pageY() - pageY) / radius;
            double share = 1 - dx * dx - dy * dy;
            if (share > 0) {
                row[0] = 1;
                row[1] = dx;
                row[2] = dy;
                row[3] = match.x() - plane.x(match.pageX(), match.pageY());
                Linear.add(forX, row, share * share);
                row[3] = match.y() - plane.y(match.pageX(), match.pageY());
                Linear.add(forY, row, share * share);
            }
        }
        for (double[][] equations : List.of(forX, forY)) {
            equations[1][1] += STIFFNESS * equations[0][0];
            equations[2][2] += STIFFNESS * equations[0][0];
        }
        return new Spot(flatX + Linear.solve(forX)[0], flatY + Linear.solve(forY)[0]);
    }

    /** How far the tenth nearest match is, or the farthest of fewer. */
    private double reach(double pageX, double pageY) {
        double[] nearest = new double[NEAREST];
        int count = 0;
        for (Match match : matches) {
            double distance = Math.hypot(match.pageX() - pageX, match.pageY() - pageY);
            if (count == NEAREST && distance >= nearest[count - 1]) {
                continue;
            }
            int at = count < NEAREST ? count++ : NEAREST - 1;
            while (at > 0 && nearest[at - 1] > distance) {
                nearest[at] = nearest[at - 1];
                at--;
            }
            nearest[at] = distance;
        }
        return nearest[count - 1];
    }
}
