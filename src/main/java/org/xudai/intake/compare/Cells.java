package org.xudai.intake.compare;

import java.util.Arrays;

/**
 * Places of a page in square cells, so that those near a place are found without asking all.
 *
 * @param side of a cell, in the unit of the places
 * @param columns cells across
 * @param rows cells down
 * @param numbers of the places in each cell, row by row
 */
record Cells(double side, int columns, int rows, int[][] numbers) {

    private static final int[] NONE = {};

    static Cells of(double[] x, double[] y, double side) {
        int columns = 1;
        int rows = 1;
        for (int i = 0; i < x.length; i++) {
            columns = Math.max(columns, (int) (x[i] / side) + 1);
            rows = Math.max(rows, (int) (y[i] / side) + 1);
        }
        Cells cells = new Cells(side, columns, rows, new int[columns * rows][]);
        int[] counts = new int[columns * rows];
        Arrays.fill(cells.numbers, NONE);
        for (int i = 0; i < x.length; i++) {
            int at = cells.row(y[i]) * columns + cells.column(x[i]);
            if (counts[at] == cells.numbers[at].length) {
                cells.numbers[at] = Arrays.copyOf(cells.numbers[at], 2 * counts[at] + 4);
            }
            cells.numbers[at][counts[at]++] = i;
        }
        for (int at = 0; at < counts.length; at++) {
            cells.numbers[at] = Arrays.copyOf(cells.numbers[at], counts[at]);
        }
        return cells;
    }

    /** The column of a place, the outermost for one beyond. */
    int column(double x) {
        return Math.max(0, Math.min(columns - 1, (int) (x / side)));
    }

    /** The row of a place, likewise. */
    int row(double y) {
        return Math.max(0, Math.min(rows - 1, (int) (y / side)));
    }

    int[] at(int column, int row) {
        return numbers[row * columns + column];
    }
}
