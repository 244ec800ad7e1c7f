package org.xudai.intake.studio;

/**
 * How paper is bent: it never stretches, so it bends along one direction only, and the way along the paper stays as long as
 * it was. The profile is kept as a table of half-millimetre steps and goes on straight beyond its ends.
 */
final class Bend {

    private static final double STEP = 0.5;
    private static final double REACH = 260;
    private static final int STEPS = (int) (2 * REACH / STEP);

    private final double cosine;
    private final double sine;
    private final double[] along = new double[STEPS + 1];
    private final double[] up = new double[STEPS + 1];
    private final double[] slope = new double[STEPS + 1];

    private Bend(double direction, java.util.function.DoubleUnaryOperator curvature) {
        cosine = Math.cos(direction);
        sine = Math.sin(direction);
        int middle = STEPS / 2;
        for (int way = -1; way <= 1; way += 2) {
            for (int i = middle; i + way >= 0 && i + way <= STEPS; i += way) {
                double position = (i + way / 2.0 - middle) * STEP;
                slope[i + way] = slope[i] + way * STEP * curvature.applyAsDouble(position);
                double mean = (slope[i] + slope[i + way]) / 2;
                along[i + way] = along[i] + way * STEP * Math.cos(mean);
                up[i + way] = up[i] + way * STEP * Math.sin(mean);
            }
        }
    }

    /** A page as it is held or lies: nearly flat, or as the conditions tell. */
    static Bend of(Camera camera, Chance chance) {
        if (camera.body() == Camera.Body.SCANNER) {
            return new Bend(0, s -> 0);
        }
        if (camera.has(Camera.Condition.BENT_CORNER)) {
            double direction = chance.side() * chance.between(0.6, 1.0) + (chance.in(0.5) ? 0 : Math.PI);
            double start = chance.between(95, 125);
            double radius = chance.between(35, 80);
            double most = chance.between(0.5, 0.9);
            return new Bend(direction, s -> s > start && s < start + most * radius ? 1 / radius : 0);
        }
        if (camera.has(Camera.Condition.FOLDED)) {
            double angle = chance.between(0.08, 0.2);
            double crease = 3;
            boolean thirds = chance.in(0.5);
            double first = thirds ? -50 : 0;
            return new Bend(Math.PI / 2, s -> {
                if (Math.abs(s - first) < crease / 2) {
                    return angle / crease;
                }
                return thirds && Math.abs(s + first) < crease / 2 ? -angle / crease : 0;
            });
        }
        boolean curled = camera.has(Camera.Condition.CURLED);
        double direction = chance.in(0.6) ? chance.about(0.15) : Math.PI / 2 + chance.about(0.15);
        double strength = chance.side() * (curled ? 1 / chance.between(130, 320) : 1 / chance.between(900, 4000));
        double wave = curled && chance.in(0.4) ? Math.min(chance.between(40, 90), 0.32 / Math.abs(strength)) : 0;
        return new Bend(direction, s -> wave == 0 ? strength : strength * Math.cos(s / wave));
    }

    /** Where a point of the flat paper is in space: x, y and up; millimetres from the middle of the page. */
    void place(double x, double y, double[] space) {
        double s = x * cosine + y * sine;
        double t = y * cosine - x * sine;
        double step = (s + REACH) / STEP;
        int index = (int) Math.max(0, Math.min(STEPS - 1, Math.floor(step)));
        double rest = step - index;
        double bent = along[index] + (along[index + 1] - along[index]) * rest;
        space[0] = bent * cosine - t * sine;
        space[1] = bent * sine + t * cosine;
        space[2] = up[index] + (up[index + 1] - up[index]) * rest;
    }

    /** How steep the paper is there, in radians; its light changes with it. */
    double slope(double x, double y) {
        double step = (x * cosine + y * sine + REACH) / STEP;
        int index = (int) Math.max(0, Math.min(STEPS - 1, Math.floor(step)));
        return slope[index] + (slope[index + 1] - slope[index]) * Math.max(0, Math.min(1, step - index));
    }
}
