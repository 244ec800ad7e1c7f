package org.xudai.intake.compare;

import java.util.List;

/**
 * Where a place lies by the few matches nearest to it: the affine map that leads from the plane to them. It follows a steep
 * perspective or a curl from block to block, also with very few matches.
 */
record Nearby(PageMap plane, List<Match> matches) implements PageMap {

    private static final int NEAREST = 10;
    private static final double STIFFNESS = 0.01;

    /** A distance of the rendering that is near in any case: 1 cm. */
    private static final double NEAR = 80;

    @Override
    public Spot at(double pageX, double pageY) {
        Spot flat = plane.at(pageX, pageY);
        if (matches.isEmpty()) {
            return flat;
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
                Spot there = plane.at(match.pageX(), match.pageY());
                row[3] = match.x() - there.x();
                Linear.add(forX, row, share * share);
                row[3] = match.y() - there.y();
                Linear.add(forY, row, share * share);
            }
        }
        for (double[][] equations : List.of(forX, forY)) {
            equations[1][1] += STIFFNESS * equations[0][0];
            equations[2][2] += STIFFNESS * equations[0][0];
        }
        return new Spot(flat.x() + Linear.solve(forX)[0], flat.y() + Linear.solve(forY)[0]);
    }

    /** How far the tenth nearest match is, or the farthest of fewer. */
    private double reach(double pageX, double pageY) {
        double[] nearest = new double[NEAREST];
        int count = 0;
        for (Match match : matches) {
            double dx = match.pageX() - pageX;
            double dy = match.pageY() - pageY;
            double square = dx * dx + dy * dy;
            if (count == NEAREST && square >= nearest[count - 1]) {
                continue;
            }
            int at = count < NEAREST ? count++ : NEAREST - 1;
            while (at > 0 && nearest[at - 1] > square) {
                nearest[at] = nearest[at - 1];
                at--;
            }
            nearest[at] = square;
        }
        return Math.sqrt(nearest[count - 1]);
    }
}
