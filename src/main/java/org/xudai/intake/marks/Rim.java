package org.xudai.intake.marks;

import java.util.Arrays;

/**
 * The outermost red of a patch in each direction from its middle, and the circle on which most of it lies. Paper that is bent
 * or folded leaves no true circle: what lies a little beside it counts less, and where a seal took badly the points lie
 * somewhere within and count nothing (MSAC; Torr and Zisserman, 2000).
 */
final class Rim {

    static final int ANGLES = 120;

    /** Red neighbours, itself among them, that a pixel needs to be no speck of noise. */
    private static final int COMPANY = 5;

    /** Beyond this from the circle a point counts nothing, mm. */
    private static final double ASTRAY_MM = 1;

    private static final double LEAST_MM = 10;
    private static final double MOST_MM = 25.5;
    private static final int STEP = 5;
    private static final int[] APART = {20, 30, 40, 50};

    private final double[] xs = new double[ANGLES];
    private final double[] ys = new double[ANGLES];
    private int count;

    /**
     * A circle, in pixels of the page.
     *
     * @param x of its middle
     * @param y of its middle
     * @param radius of its outer edge
     */
    record Circle(double x, double y, double radius) {}

    private Rim(Redness red, RedPatch patch) {
        double reach = patch.size();
        for (int i = 0; i < ANGLES; i++) {
            double cosine = Math.cos(2 * Math.PI * i / ANGLES);
            double sine = Math.sin(2 * Math.PI * i / ANGLES);
            for (double far = reach; far > 0; far--) {
                int x = (int) Math.round(patch.middleX() + far * cosine);
                int y = (int) Math.round(patch.middleY() + far * sine);
                if (patch.holds(x, y) && isRed(red, x, y)) {
                    xs[count] = x;
                    ys[count] = y;
                    count++;
                    break;
                }
            }
        }
    }

    /** The circle on which most of the outermost red of a patch lies. */
    static Circle circle(Redness red, RedPatch patch) {
        Rim rim = new Rim(red, patch);
        Circle best = new Circle(patch.middleX(), patch.middleY(), patch.size() / 2.0);
        double most = rim.agreement(best);
        for (int i = 0; i < rim.count; i += STEP) {
            for (int apart : APART) {
                for (int further : APART) {
                    Circle circle = rim.through(i, (i + apart) % rim.count, (i + apart + further) % rim.count);
                    double agreement = rim.agreement(circle);
                    if (agreement > most) {
                        most = agreement;
                        best = circle;
                    }
                }
            }
        }
        return best;
    }

    /** Whether a pixel is red and no speck. */
    static boolean isRed(Redness red, int x, int y) {
        if (!red.at(x, y)) {
            return false;
        }
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                count += red.at(x + dx, y + dy) ? 1 : 0;
            }
        }
        return count >= COMPANY;
    }

    private double agreement(Circle circle) {
        double perMm = Redness.PIXELS_PER_MM;
        if (circle.radius() < LEAST_MM * perMm || circle.radius() > MOST_MM * perMm) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double off = (Math.hypot(xs[i] - circle.x(), ys[i] - circle.y()) - circle.radius()) / (ASTRAY_MM * perMm);
            sum += Math.max(0, 1 - off * off);
        }
        return sum;
    }

    private Circle through(int a, int b, int c) {
        double bx = xs[b] - xs[a];
        double by = ys[b] - ys[a];
        double cx = xs[c] - xs[a];
        double cy = ys[c] - ys[a];
        double twice = 2 * (bx * cy - by * cx);
        if (Math.abs(twice) < 1) {
            return new Circle(0, 0, 0);
        }
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double x = (cy * b2 - by * c2) / twice;
        double y = (bx * c2 - cx * b2) / twice;
        return new Circle(xs[a] + x, ys[a] + y, Math.hypot(x, y));
    }

    /** How far the red really reaches about a circle in each direction: its own way where paper is bent, pixels. */
    static double[] reach(Redness red, Circle circle, double astray) {
        double[] found = new double[ANGLES];
        for (int i = 0; i < ANGLES; i++) {
            double cosine = Math.cos(2 * Math.PI * i / ANGLES);
            double sine = Math.sin(2 * Math.PI * i / ANGLES);
            found[i] = Double.NaN;
            for (double far = circle.radius() + astray; far >= circle.radius() - astray; far--) {
                if (isRed(
                        red, (int) Math.round(circle.x() + far * cosine), (int) Math.round(circle.y() + far * sine))) {
                    found[i] = far;
                    break;
                }
            }
        }
        double[] reach = new double[ANGLES];
        for (int i = 0; i < ANGLES; i++) {
            int near = ANGLES / 30;
            double[] about = new double[2 * near + 1];
            int seen = 0;
            for (int j = -near; j <= near; j++) {
                double one = found[Math.floorMod(i + j, ANGLES)];
                if (!Double.isNaN(one)) {
                    about[seen++] = one;
                }
            }
            Arrays.sort(about, 0, seen);
            reach[i] = seen == 0 ? circle.radius() : about[seen / 2];
        }
        return reach;
    }
}
