package org.xudai.intake.marks;

/**
 * How much of a patch is bare between its red: the ridges of a finger stand half a millimetre apart, ring and letters of a
 * chop several.
 */
final class Gaps {

    private static final double LEAST_MM = 1;

    private Gaps() {}

    /** Share, 0 to 1, that gaps of a millimetre or more have of the rows and columns from their first red to their last. */
    static double share(Redness red, RedPatch patch) {
        Span rows = new Span();
        for (int y = patch.top(); y <= patch.bottom(); y++) {
            rows.begin();
            for (int x = patch.left(); x <= patch.right(); x++) {
                rows.take(x, red.at(x, y));
            }
        }
        Span columns = new Span();
        for (int x = patch.left(); x <= patch.right(); x++) {
            columns.begin();
            for (int y = patch.top(); y <= patch.bottom(); y++) {
                columns.take(y, red.at(x, y));
            }
        }
        int spanned = rows.spanned + columns.spanned;
        return spanned == 0 ? 0 : (rows.bare + columns.bare) / (double) spanned;
    }

    /** What is between the first and the last red of the lines in one direction. */
    private static final class Span {

        private int last = -1;
        private int bare;
        private int spanned;

        void begin() {
            last = -1;
        }

        void take(int at, boolean red) {
            if (red) {
                int step = last < 0 ? 1 : at - last;
                bare += step - 1 >= LEAST_MM * Redness.PIXELS_PER_MM ? step - 1 : 0;
                spanned += step;
                last = at;
            }
        }
    }
}
