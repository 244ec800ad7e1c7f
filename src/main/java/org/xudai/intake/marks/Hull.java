package org.xudai.intake.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The convex hull of a patch and the smallest rectangle about it: how long it is, how wide, and how much of the rectangle it
 * fills (a square 1, a circle or an oval 0.785).
 *
 * @param longSide of the rectangle, mm
 * @param shortSide of the rectangle, mm
 * @param fill area of the hull by that of the rectangle
 * @param solid red pixels by the area of the hull
 * @param straightSides along how much of its length a side of the rectangle has red close by, the second best of the four:
 *     two sides of a square do even where it was pressed badly, an oval's none
 */
record Hull(double longSide, double shortSide, double fill, double solid, double straightSides) {

    private static final int DIRECTIONS = 90;

    /** Pixels of a side that are looked at together, and how deep. */
    private static final double SLOT = 4;

    private static final double BAND_MM = 1.1;

    /** Red neighbours a pixel needs to count: specks of noise have none. */
    private static final int COMPANY = 6;

    /** A corner of the hull, pixels. */
    private record Corner(int x, int y) {}

    static Hull of(Redness red, RedPatch patch) {
        List<Corner> hull = corners(rim(red, patch));
        if (hull.size() < 3) {
            return new Hull(0, 0, 0, 0, 0);
        }
        double area = area(hull);
        double least = Double.MAX_VALUE;
        double one = 0;
        double other = 0;
        double turned = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = Math.PI / 2 * i / DIRECTIONS;
            double across = width(hull, Math.cos(angle), Math.sin(angle));
            double down = width(hull, -Math.sin(angle), Math.cos(angle));
            if (across * down < least) {
                least = across * down;
                one = across;
                other = down;
                turned = angle;
            }
        }
        return new Hull(
                Math.max(one, other) / Redness.PIXELS_PER_MM,
                Math.min(one, other) / Redness.PIXELS_PER_MM,
                area / least,
                patch.count() / area,
                secondBestSide(red, patch, hull, turned));
    }

    /** Looks at the red in a frame turned as the rectangle: how much of each side has red within a millimetre. */
    private static double secondBestSide(Redness red, RedPatch patch, List<Corner> hull, double angle) {
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double left = least(hull, cosine, sine);
        double top = least(hull, -sine, cosine);
        int across = (int) (width(hull, cosine, sine) / SLOT) + 1;
        int down = (int) (width(hull, -sine, cosine) / SLOT) + 1;
        boolean[][] sides = {new boolean[across], new boolean[across], new boolean[down], new boolean[down]};
        double band = BAND_MM * Redness.PIXELS_PER_MM;
        for (int y = patch.top(); y <= patch.bottom(); y++) {
            for (int x = patch.left(); x <= patch.right(); x++) {
                if (!red.at(x, y)) {
                    continue;
                }
                double u = x * cosine + y * sine - left;
                double v = y * cosine - x * sine - top;
                int column = Math.max(0, Math.min(across - 1, (int) (u / SLOT)));
                int row = Math.max(0, Math.min(down - 1, (int) (v / SLOT)));
                sides[0][column] |= v <= band;
                sides[1][column] |= v >= down * SLOT - band;
                sides[2][row] |= u <= band;
                sides[3][row] |= u >= across * SLOT - band;
            }
        }
        double[] shares = new double[sides.length];
        for (int i = 0; i < sides.length; i++) {
            int marked = 0;
            for (boolean slot : sides[i]) {
                marked += slot ? 1 : 0;
            }
            shares[i] = marked / (double) sides[i].length;
        }
        java.util.Arrays.sort(shares);
        return shares[2];
    }

    /** How much longer than wide. */
    double aspect() {
        return longSide / Math.max(0.1, shortSide);
    }

    /** First and last red pixel of each row. */
    private static List<Corner> rim(Redness red, RedPatch patch) {
        List<Corner> rim = new ArrayList<>();
        for (int y = patch.top(); y <= patch.bottom(); y++) {
            int first = -1;
            int last = -1;
            for (int x = patch.left(); x <= patch.right(); x++) {
                if (red.at(x, y) && neighbours(red, x, y) >= COMPANY) {
                    first = first < 0 ? x : first;
                    last = x;
                }
            }
            if (first >= 0) {
                rim.add(new Corner(first, y));
                rim.add(new Corner(last, y));
            }
        }
        return rim;
    }

    private static int neighbours(Redness red, int x, int y) {
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                count += red.at(x + dx, y + dy) ? 1 : 0;
            }
        }
        return count;
    }

    /** Andrew's monotone chain. */
    private static List<Corner> corners(List<Corner> points) {
        List<Corner> sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Corner::x).thenComparingInt(Corner::y))
                .toList();
        List<Corner> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int from = hull.size();
            for (int i = 0; i < sorted.size(); i++) {
                Corner next = sorted.get(pass == 0 ? i : sorted.size() - 1 - i);
                while (hull.size() >= from + 2
                        && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), next) <= 0) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(next);
            }
            if (!hull.isEmpty()) {
                hull.remove(hull.size() - 1);
            }
        }
        return hull;
    }

    private static long turn(Corner a, Corner b, Corner c) {
        return (long) (b.x - a.x) * (c.y - a.y) - (long) (b.y - a.y) * (c.x - a.x);
    }

    private static double area(List<Corner> hull) {
        double sum = 0;
        for (int i = 0; i < hull.size(); i++) {
            Corner a = hull.get(i);
            Corner b = hull.get((i + 1) % hull.size());
            sum += (double) a.x * b.y - (double) b.x * a.y;
        }
        return Math.abs(sum) / 2;
    }

    private static double least(List<Corner> hull, double dx, double dy) {
        return hull.stream()
                .mapToDouble(corner -> corner.x * dx + corner.y * dy)
                .min()
                .orElse(0);
    }

    private static double width(List<Corner> hull, double dx, double dy) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Corner corner : hull) {
            double at = corner.x * dx + corner.y * dy;
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        return most - least + 1;
    }
}
