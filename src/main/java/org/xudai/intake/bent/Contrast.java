package org.xudai.intake.bent;

import org.xudai.intake.compare.Grey;

/**
 * How dark a place of a picture is between what is lightest and darkest near it: 1 is black, -1 white. Taken over cells of
 * the picture, so that shadow across a code does not matter.
 */
final class Contrast {

    /** Levels between light and dark below which nothing is printed. */
    private static final double LEAST = 24;

    private final Grey picture;
    private final int left;
    private final int top;
    private final int cell;
    private final int columns;
    private final int rows;
    private final double[] light;
    private final double[] dark;

    /**
     * @param left where a code's surroundings begin, in pixels
     * @param cell side of a cell, in pixels
     */
    Contrast(Grey picture, int left, int top, int right, int bottom, int cell) {
        this.picture = picture;
        this.left = Math.max(0, left);
        this.top = Math.max(0, top);
        this.cell = cell;
        columns = Math.max(1, (Math.min(right, picture.width()) - this.left + cell - 1) / cell);
        rows = Math.max(1, (Math.min(bottom, picture.height()) - this.top + cell - 1) / cell);
        double[] lightest = new double[columns * rows];
        double[] darkest = new double[columns * rows];
        for (int i = 0; i < lightest.length; i++) {
            measure(i, lightest, darkest);
        }
        light = new double[columns * rows];
        dark = new double[columns * rows];
        for (int i = 0; i < light.length; i++) {
            spread(i, lightest, darkest);
        }
    }

    private void measure(int i, double[] lightest, double[] darkest) {
        int x0 = left + i % columns * cell;
        int y0 = top + i / columns * cell;
        int most = 0;
        int least = 255;
        for (int y = y0; y < Math.min(y0 + cell, picture.height()); y++) {
            for (int x = x0; x < Math.min(x0 + cell, picture.width()); x++) {
                int level = picture.level(x, y);
                most = Math.max(most, level);
                least = Math.min(least, level);
            }
        }
        lightest[i] = most;
        darkest[i] = least;
    }

    private void spread(int i, double[] lightest, double[] darkest) {
        light[i] = 0;
        dark[i] = 255;
        for (int row = Math.max(0, i / columns - 1); row <= Math.min(rows - 1, i / columns + 1); row++) {
            for (int column = Math.max(0, i % columns - 1);
                    column <= Math.min(columns - 1, i % columns + 1);
                    column++) {
                light[i] = Math.max(light[i], lightest[row * columns + column]);
                dark[i] = Math.min(dark[i], darkest[row * columns + column]);
            }
        }
    }

    /** From 1 (as dark as anything near) to -1 (as light); -1 outside of what was looked at. */
    double at(double x, double y) {
        double column = Math.max(0, Math.min(columns - 1, (x - left) / cell - 0.5));
        double row = Math.max(0, Math.min(rows - 1, (y - top) / cell - 0.5));
        double high = between(light, column, row);
        double low = between(dark, column, row);
        if (high - low < LEAST) {
            return -1;
        }
        return Math.max(-1, Math.min(1, (high + low - 2 * picture.at(x, y)) / (high - low)));
    }

    private double between(double[] values, double column, double row) {
        int x = Math.min(columns - 2, (int) column);
        int y = Math.min(rows - 2, (int) row);
        if (x < 0 || y < 0) {
            return values[0];
        }
        double fx = column - x;
        double fy = row - y;
        int i = y * columns + x;
        double upper = values[i] * (1 - fx) + values[i + 1] * fx;
        double lower = values[i + columns] * (1 - fx) + values[i + columns + 1] * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
