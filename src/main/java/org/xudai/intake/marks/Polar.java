package org.xudai.intake.marks;

import java.util.Arrays;
import org.xudai.intake.compare.StraightPage;

/**
 * How red a page is about the middle of a circle: direction by direction, as far as the ring reaches there. Red is taken above
 * the mean of green and blue, without bounds: so it is linear, and blur leaves its sum as it is.
 *
 * @param page the page
 * @param circle the circle
 * @param reach of the ring in each of {@link Rim#ANGLES} directions, pixels
 */
record Polar(StraightPage page, Rim.Circle circle, double[] reach) {

    private double red(double x, double y) {
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        if (column < 0 || row < 0 || column >= page.width() || row >= page.height()) {
            return 0;
        }
        int rgb = page.rgb(column, row);
        return (rgb >> 16 & 0xff) - ((rgb >> 8 & 0xff) + (rgb & 0xff)) / 2.0;
    }

    private double red(int direction, double shift, double far) {
        double angle = 2 * Math.PI * (direction + shift) / Rim.ANGLES;
        return red(circle.x() + far * Math.cos(angle), circle.y() + far * Math.sin(angle));
    }

    /** The sum over pixels across the ring in a direction, from so far within its edge to so far without, mm. */
    double sum(int direction, double within, double without, double bare) {
        double from = reach[direction] - within * Redness.PIXELS_PER_MM;
        double to = reach[direction] + without * Redness.PIXELS_PER_MM;
        double sum = 0;
        for (double far = from; far <= to; far++) {
            sum += red(direction, 0, far) - bare;
        }
        return sum;
    }

    /** The mean over a piece of the area, between two shares of the reach. */
    double mean(int direction, double inner, double outer) {
        double sum = 0;
        int count = 0;
        for (double far = inner * reach[direction]; far <= outer * reach[direction]; far++) {
            for (double shift = -1 / 3.0; shift < 0.5; shift += 1 / 3.0) {
                sum += red(direction, shift, far);
                count++;
            }
        }
        return sum / Math.max(1, count);
    }

    /** The median over all directions of an area between two shares of the reach, such as that of bare paper. */
    double median(double inner, double outer) {
        double[] means = new double[reach.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = mean(i, inner, outer);
        }
        Arrays.sort(means);
        return means[means.length / 2];
    }

    /** The mean about the middle, within a share of the radius. */
    double middle(double share) {
        double radius = share * circle.radius();
        int count = 0;
        double sum = 0;
        for (int dy = (int) -radius; dy <= radius; dy++) {
            for (int dx = (int) -radius; dx <= radius; dx++) {
                if (dx * dx + dy * dy <= radius * radius) {
                    sum += red(circle.x() + dx, circle.y() + dy);
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }

    /** The mean over a square, its middle and half its side in shares of the radius. */
    double about(double across, double down, double half) {
        double middleX = circle.x() + across * circle.radius();
        double middleY = circle.y() + down * circle.radius();
        int near = (int) Math.round(half * circle.radius());
        double sum = 0;
        for (int dy = -near; dy <= near; dy++) {
            for (int dx = -near; dx <= near; dx++) {
                sum += red(middleX + dx, middleY + dy);
            }
        }
        return sum / ((2 * near + 1) * (2 * near + 1));
    }

    /** Whether it is red so far outside of the ring, mm. */
    boolean isRed(Redness red, int direction, double outside) {
        double angle = 2 * Math.PI * direction / Rim.ANGLES;
        double far = reach[direction] + outside * Redness.PIXELS_PER_MM;
        return red.at((int) Math.round(circle.x() + far * Math.cos(angle)), (int)
                Math.round(circle.y() + far * Math.sin(angle)));
    }
}
