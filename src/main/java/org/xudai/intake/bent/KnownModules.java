package org.xudai.intake.bent;

/**
 * What every page code shows, whatever it says: the function patterns of version 4 (ISO/IEC 18004, 6.3) and the quiet zone
 * about it.
 */
final class KnownModules {

    /** Modules along a side. */
    static final int SIDE = 33;

    private static final int FINDER = 7;
    private static final int TIMING = 6;
    private static final int ALIGNMENT = 24;
    private static final int DARK_ROW = 25;
    private static final int DARK_COLUMN = 8;

    private KnownModules() {}

    /**
     * 1 where a module is dark, -1 where it is light, 0 where it says something.
     *
     * @param column from -1, the quiet zone, to {@link #SIDE}
     * @param row as {@code column}
     */
    static int at(int column, int row) {
        if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) {
            return -1;
        }
        int far = SIDE - 1;
        if (column <= FINDER && row <= FINDER) {
            return finder(column, row);
        }
        if (far - column <= FINDER && row <= FINDER) {
            return finder(far - column, row);
        }
        if (column <= FINDER && far - row <= FINDER) {
            return finder(column, far - row);
        }
        if (row == TIMING || column == TIMING) {
            return (row + column) % 2 == 0 ? 1 : -1;
        }
        if (isAlignment(column, row)) {
            int away = Math.max(Math.abs(column - ALIGNMENT - 2), Math.abs(row - ALIGNMENT - 2));
            return away == 1 ? -1 : 1;
        }
        return column == DARK_COLUMN && row == DARK_ROW ? 1 : 0;
    }

    /** Whether a module belongs to the alignment pattern. */
    static boolean isAlignment(int column, int row) {
        return column >= ALIGNMENT && column < ALIGNMENT + 5 && row >= ALIGNMENT && row < ALIGNMENT + 5;
    }

    private static int finder(int column, int row) {
        int away = Math.max(Math.abs(column - 3), Math.abs(row - 3));
        return away == 2 || away == 4 ? -1 : 1;
    }
}
