package org.xudai.intake.bent;

import java.util.stream.IntStream;

/**
 * Where the modules of a page code lie in a picture: nine knots on the code, between them a biquadratic surface.
 */
final class CodeGrid {

    /** Where the knots lie, in modules: the centres of the finder patterns and half way between them. */
    private static final double[] KNOTS = {3.5, 16.5, 29.5};

    /** Where the alignment pattern's centre lies between those of the finder patterns, of 1. */
    private static final double FOURTH = 23 / 26.0;

    static final int COUNT = KNOTS.length * KNOTS.length;

    /** Modules along a side with one of the quiet zone at each end. */
    static final int WITH_ZONE = KnownModules.SIDE + 2;

    private static final double[][] MIDDLES =
            IntStream.range(0, WITH_ZONE).mapToObj(i -> weights(i - 0.5)).toArray(double[][]::new);

    private final double[] x = new double[COUNT];
    private final double[] y = new double[COUNT];

    private CodeGrid() {}

    CodeGrid(CodeGrid other) {
        System.arraycopy(other.x, 0, x, 0, COUNT);
        System.arraycopy(other.y, 0, y, 0, COUNT);
    }

    /**
     * The plane grid through three finder patterns and a fourth place.
     *
     * @param alignmentX where the centre of the alignment pattern is
     * @param alignmentY as {@code alignmentX}
     */
    static CodeGrid plane(Corner corner, double alignmentX, double alignmentY) {
        double ux = corner.topRight().x() - corner.topLeft().x();
        double uy = corner.topRight().y() - corner.topLeft().y();
        double vx = corner.bottomLeft().x() - corner.topLeft().x();
        double vy = corner.bottomLeft().y() - corner.topLeft().y();
        double det = ux * vy - uy * vx;
        double dx = alignmentX - corner.topLeft().x();
        double dy = alignmentY - corner.topLeft().y();
        double a = (dx * vy - dy * vx) / det;
        double b = (dy * ux - dx * uy) / det;
        // (u, v) -> (p u, q v) / (1 + (p - 1) u + (q - 1) v) keeps the three corners and takes (FOURTH, FOURTH) to (a,
        // b)
        double depth = (2 * FOURTH - 1) / (a + b - 1);
        double p = a * depth / FOURTH;
        double q = b * depth / FOURTH;
        CodeGrid grid = new CodeGrid();
        for (int i = 0; i < COUNT; i++) {
            int column = i % KNOTS.length;
            double u = column / 2.0;
            int row = i / KNOTS.length;
            double v = row / 2.0;
            double w = 1 + (p - 1) * u + (q - 1) * v;
            grid.x[i] = corner.topLeft().x() + (p * u * ux + q * v * vx) / w;
            grid.y[i] = corner.topLeft().y() + (p * u * uy + q * v * vy) / w;
        }
        return grid;
    }

    void move(int knot, double dx, double dy) {
        x[knot] += dx;
        y[knot] += dy;
    }

    /** How far from the left of the picture a place of the code lies; the place in modules. */
    double x(double column, double row) {
        return between(x, column, row);
    }

    /** How far from the top of the picture a place of the code lies; the place in modules. */
    double y(double column, double row) {
        return between(y, column, row);
    }

    private static double between(double[] knots, double column, double row) {
        double[] across = weights(column);
        double[] down = weights(row);
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += down[i / KNOTS.length] * across[i % KNOTS.length] * knots[i];
        }
        return sum;
    }

    /** Where the middles of all modules lie, row by row, those of the quiet zone beside the code among them. */
    void middles(double[] xs, double[] ys) {
        double[] rowX = new double[KNOTS.length];
        double[] rowY = new double[KNOTS.length];
        int i = 0;
        for (double[] down : MIDDLES) {
            for (int knot = 0; knot < KNOTS.length; knot++) {
                rowX[knot] = down[0] * x[knot] + down[1] * x[knot + 3] + down[2] * x[knot + 6];
                rowY[knot] = down[0] * y[knot] + down[1] * y[knot + 3] + down[2] * y[knot + 6];
            }
            for (double[] across : MIDDLES) {
                xs[i] = across[0] * rowX[0] + across[1] * rowX[1] + across[2] * rowX[2];
                ys[i] = across[0] * rowY[0] + across[1] * rowY[1] + across[2] * rowY[2];
                i++;
            }
        }
    }

    /** How much each knot counts at a place, in modules (Lagrange). */
    private static double[] weights(double at) {
        double[] weights = new double[KNOTS.length];
        for (int knot = 0; knot < KNOTS.length; knot++) {
            weights[knot] = 1;
            for (int other = 0; other < KNOTS.length; other++) {
                if (other != knot) {
                    weights[knot] *= (at - KNOTS[other]) / (KNOTS[knot] - KNOTS[other]);
                }
            }
        }
        return weights;
    }
}
