package org.xudai.intake.studio;

/** Smooth unevenness between 0 and 1 over a plane (value noise, two octaves). */
record Noise(int seed) {

    static Noise of(Chance chance) {
        return new Noise((int) chance.number());
    }

    double at(double x, double y) {
        return 0.7 * smooth(x, y, seed) + 0.3 * smooth(2.7 * x, 2.7 * y, seed + 1);
    }

    private static double smooth(double x, double y, int seed) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double across = ease(x - column);
        double down = ease(y - row);
        double upper = mixed(corner(column, row, seed), corner(column + 1, row, seed), across);
        double lower = mixed(corner(column, row + 1, seed), corner(column + 1, row + 1, seed), across);
        return mixed(upper, lower, down);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mixed(double one, double other, double share) {
        return one + (other - one) * share;
    }

    private static double corner(int column, int row, int seed) {
        int hash = column * 0x27d4eb2d + row * 0x165667b1 + seed * 0x9e3779b1;
        hash = (hash ^ hash >>> 15) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        hash ^= hash >>> 16;
        return (hash >>> 8) / (double) (1 << 24);
    }
}
