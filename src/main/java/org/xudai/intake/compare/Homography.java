package org.xudai.intake.compare;

import java.util.List;

/**
 * A plane seen by a camera: x′ = (ax + by + c) / w, y′ = (dx + ey + f) / w with w = gx + hy + 1.
 */
record Homography(double a, double b, double c, double d, double e, double f, double g, double h) implements PageMap {

    private static final int ROUNDS = 6;
    private static final double LEAST_SCALE = 0.5;

    /** Keeps few matches close together from inventing a perspective: half a pixel's error against a tenth of lean. */
    private static final double PERSPECTIVE_DOUBT = 2.5e-5;

    @Override
    public Spot at(double pageX, double pageY) {
        return new Spot(x(pageX, pageY), y(pageX, pageY));
    }

    double x(double x, double y) {
        return (a * x + b * y + c) / (g * x + h * y + 1);
    }

    double y(double x, double y) {
        return (d * x + e * y + f) / (g * x + h * y + 1);
    }

    /** This map, with its results in another unit. */
    Homography scaled(double factor) {
        return new Homography(a * factor, b * factor, c * factor, d * factor, e * factor, f * factor, g, h);
    }

    /**
     * Fits a plane to matches; those that do not fit weigh little (Cauchy's weights, scale from the median).
     *
     * @throws IllegalArgumentException where there are fewer than four
     */
    static Homography fit(List<Match> matches) {
        if (matches.size() < 4) {
            throw new IllegalArgumentException("too few matches");
        }
        Frame from = Frame.around(matches, true);
        Frame to = Frame.around(matches, false);
        double[] weights = new double[matches.size()];
        java.util.Arrays.fill(weights, 1);
        double[] solved = new double[8];
        double[] errors = new double[matches.size()];
        for (int round = 0; round < ROUNDS; round++) {
            solved = solve(matches, weights, from, to);
            for (int i = 0; i < errors.length; i++) {
                errors[i] = error(solved, matches.get(i), from, to);
            }
            double[] sorted = errors.clone();
            java.util.Arrays.sort(sorted);
            double scale = Math.max(LEAST_SCALE / to.scale, 2 * sorted[sorted.length / 2]);
            for (int i = 0; i < errors.length; i++) {
                double share = errors[i] / scale;
                weights[i] = 1 / (1 + share * share);
            }
        }
        return unframed(solved, from, to);
    }

    private static double error(double[] m, Match match, Frame from, Frame to) {
        double x = from.x(match.pageX());
        double y = from.y(match.pageY());
        double w = m[6] * x + m[7] * y + 1;
        double dx = (m[0] * x + m[1] * y + m[2]) / w - to.x(match.x());
        double dy = (m[3] * x + m[4] * y + m[5]) / w - to.y(match.y());
        return Math.hypot(dx, dy);
    }

    private static double[] solve(List<Match> matches, double[] weights, Frame from, Frame to) {
        double[][] normal = new double[8][9];
        double[] row = new double[9];
        for (int i = 0; i < weights.length; i++) {
            Match match = matches.get(i);
            double x = from.x(match.pageX());
            double y = from.y(match.pageY());
            double u = to.x(match.x());
            double v = to.y(match.y());
            fill(row, x, y, u, 0);
            Linear.add(normal, row, weights[i]);
            fill(row, x, y, v, 3);
            Linear.add(normal, row, weights[i]);
        }
        for (int i = 0; i < 8; i++) {
            normal[i][i] += i < 6 ? 1e-9 : PERSPECTIVE_DOUBT;
        }
        return Linear.solve(normal);
    }

    private static void fill(double[] row, double x, double y, double seen, int at) {
        java.util.Arrays.fill(row, 0);
        row[at] = x;
        row[at + 1] = y;
        row[at + 2] = 1;
        row[6] = -seen * x;
        row[7] = -seen * y;
        row[8] = seen;
    }

    private static Homography unframed(double[] m, Frame from, Frame to) {
        double[] first = {m[0] / to.scale, m[1] / to.scale, m[2] / to.scale};
        double[] second = {m[3] / to.scale, m[4] / to.scale, m[5] / to.scale};
        double[] third = {m[6], m[7], 1};
        for (int i = 0; i < 3; i++) {
            first[i] += to.centreX * third[i];
            second[i] += to.centreY * third[i];
        }
        for (double[] row : List.of(first, second, third)) {
            row[0] *= from.scale;
            row[1] *= from.scale;
            row[2] -= row[0] * from.centreX + row[1] * from.centreY;
        }
        double one = third[2];
        return new Homography(
                first[0] / one,
                first[1] / one,
                first[2] / one,
                second[0] / one,
                second[1] / one,
                second[2] / one,
                third[0] / one,
                third[1] / one);
    }

    /** Coordinates about the middle of the matches, about one in size: what keeps the equations well conditioned. */
    private record Frame(double centreX, double centreY, double scale) {

        static Frame around(List<Match> matches, boolean page) {
            double x = 0;
            double y = 0;
            for (Match match : matches) {
                x += page ? match.pageX() : match.x();
                y += page ? match.pageY() : match.y();
            }
            x /= matches.size();
            y /= matches.size();
            double spread = 0;
            for (Match match : matches) {
                spread += page
                        ? Math.hypot(match.pageX() - x, match.pageY() - y)
                        : Math.hypot(match.x() - x, match.y() - y);
            }
            return new Frame(x, y, matches.size() / Math.max(spread, 1e-6));
        }

        double x(double x) {
            return (x - centreX) * scale;
        }

        double y(double y) {
            return (y - centreY) * scale;
        }
    }
}
