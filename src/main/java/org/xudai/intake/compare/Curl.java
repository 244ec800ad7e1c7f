package org.xudai.intake.compare;

import java.util.Arrays;
import java.util.List;

/**
 * A sheet that is bent as a whole: a plane and a smooth surface over it, a polynomial. Where there is no
 * print (margins, room for seals) the sheet goes on as it is bent round about.
 *
 * @param plane the plane
 * @param order of the polynomial
 * @param middleX middle of what the surface was fitted to, in pixels of the rendering
 * @param middleY as {@code middleX}
 * @param reach half the longer side of it
 * @param limitX how far right and left of the middle it is trusted, in reaches; beyond it goes on as it is there
 * @param limitY how far up and down
 * @param across coefficients of how far right of the plane places lie in the picture
 * @param down of how far below
 */
record Curl(
        Homography plane,
        int order,
        double middleX,
        double middleY,
        double reach,
        double limitX,
        double limitY,
        double[] across,
        double[] down)
        implements PageMap {

    /** Order of the surface that follows a roll over a whole page, and of one that may be trusted a little beyond. */
    static final int WHOLE = 4;

    static final int BEYOND = 2;

    /** Order of what a lens bends straight lines by (Brown, Close-range camera calibration, 1971). */
    static final int OF_A_LENS = 3;

    /** How far out of the matches the surface is trusted, in reaches: 2 cm of a whole page. */
    private static final double BEYOND_MATCHES = 0.15;

    /** Matches for each term. */
    private static final int FEWEST = 4;

    private static final int ROUNDS = 5;

    /** Nine in ten blocks lie nearer to the plane on a page that lies flat, in pixels of the rendering: 1 mm. */
    private static final double FLAT = 8;

    private static final double NEARLY_ALL = 0.9;
    private static final double LEAST_SCALE = 0.5;

    /** Keeps terms that the matches say nothing of near to nothing. */
    private static final double STIFFNESS = 1e-4;

    /**
     * The surface through matches; the plane alone where the page lies flat or where there are too few to tell.
     *
     * @param scale pixels of the picture for one of the rendering
     * @param order of the surface
     */
    static PageMap over(Homography plane, List<Match> matches, double scale, int order) {
        return over(plane, matches, scale, order, FLAT);
    }

    /**
     * As {@link #over(Homography, List, double, int)}.
     *
     * @param most how far nine in ten blocks may lie from the plane on a page that is taken for flat, in pixels of the rendering
     */
    static PageMap over(Homography plane, List<Match> matches, double scale, int order, double most) {
        List<Match> certain =
                matches.stream().filter(match -> match.knows() == Texture.BOTH).toList();
        double[] offs = certain.stream()
                .mapToDouble(match -> Math.hypot(
                        match.x() - plane.x(match.pageX(), match.pageY()),
                        match.y() - plane.y(match.pageX(), match.pageY())))
                .sorted()
                .toArray();
        boolean flat =
                offs.length < FEWEST * terms(order) || offs[(int) (NEARLY_ALL * (offs.length - 1))] <= most * scale;
        return flat ? plane : fitted(plane, certain, scale, order);
    }

    private static int terms(int order) {
        return (order + 1) * (order + 2) / 2;
    }

    private static Curl fitted(Homography plane, List<Match> matches, double scale, int order) {
        Extent extent = Extent.of(matches);
        double reach = Math.max(extent.width(), extent.height()) / 2;
        Curl curl = new Curl(
                plane,
                order,
                (extent.left() + extent.right()) / 2,
                (extent.top() + extent.bottom()) / 2,
                reach,
                extent.width() / 2 / reach + BEYOND_MATCHES,
                extent.height() / 2 / reach + BEYOND_MATCHES,
                new double[terms(order)],
                new double[terms(order)]);
        double[] weights = new double[matches.size()];
        Arrays.fill(weights, 1);
        for (int round = 0; round < ROUNDS; round++) {
            curl.fit(matches, weights);
            curl.weigh(matches, weights, scale);
        }
        return curl;
    }

    private void fit(List<Match> matches, double[] weights) {
        int count = across.length;
        double[][] forX = new double[count][count + 1];
        double[][] forY = new double[count][count + 1];
        double[] row = new double[count + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            Match match = matches.get(i);
            terms(match.pageX(), match.pageY(), row);
            row[count] = match.x() - plane.x(match.pageX(), match.pageY());
            Linear.add(forX, row, weights[i]);
            row[count] = match.y() - plane.y(match.pageX(), match.pageY());
            Linear.add(forY, row, weights[i]);
            sum += weights[i];
        }
        for (int term = 0; term < count; term++) {
            forX[term][term] += STIFFNESS * sum;
            forY[term][term] += STIFFNESS * sum;
        }
        System.arraycopy(Linear.solve(forX), 0, across, 0, count);
        System.arraycopy(Linear.solve(forY), 0, down, 0, count);
    }

    /** What lies far off counts little (Cauchy's weights, scale from the median). */
    private void weigh(List<Match> matches, double[] weights, double scale) {
        for (int i = 0; i < weights.length; i++) {
            Match match = matches.get(i);
            Spot at = at(match.pageX(), match.pageY());
            weights[i] = Math.hypot(match.x() - at.x(), match.y() - at.y());
        }
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double usual = Math.max(LEAST_SCALE * scale, 2 * sorted[sorted.length / 2]);
        for (int i = 0; i < weights.length; i++) {
            double share = weights[i] / usual;
            weights[i] = 1 / (1 + share * share);
        }
    }

    /** Every product of powers of both places, the sum of the powers no more than the order. */
    private void terms(double pageX, double pageY, double[] into) {
        double x = Math.max(-limitX, Math.min(limitX, (pageX - middleX) / reach));
        double y = Math.max(-limitY, Math.min(limitY, (pageY - middleY) / reach));
        int term = 0;
        double powerX = 1;
        for (int i = 0; i <= order; i++, powerX *= x) {
            double power = powerX;
            for (int j = 0; i + j <= order; j++, power *= y) {
                into[term++] = power;
            }
        }
    }

    @Override
    public Spot at(double pageX, double pageY) {
        double[] terms = new double[across.length];
        terms(pageX, pageY, terms);
        double x = plane.x(pageX, pageY);
        double y = plane.y(pageX, pageY);
        for (int term = 0; term < terms.length; term++) {
            x += across[term] * terms[term];
            y += down[term] * terms[term];
        }
        return new Spot(x, y);
    }
}
