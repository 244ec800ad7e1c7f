package org.xudai.intake.marks;

/**
 * The place below the star where special seals have their line of text. A stamp that was pressed askew, and light that washes
 * it out, leave off along a line: what lies between two places of the ring where ink is seen has been pressed and is lit as
 * well as the weaker of the two, and a line there would be seen.
 *
 * @param shown the least share of the place where a line would be seen, over all directions that may be below; 0 where none
 *     may, 1 where the gap of the text is seen
 * @param ink the most ink in the place, over all directions, what the ring lets expect being 1
 */
record LineRoom(double shown, double ink) {

    /** The line's place, shares of the radius: so far below the middle, and so far to each side. */
    private static final double FROM = 0.385;

    private static final double TO = 0.545;
    private static final double ASIDE = 0.475;

    /** Cells to each side of the middle, and shares of the radius from one to the next. */
    private static final int CELLS = 24;

    private static final double CELL = 0.03;

    /** Less of the place tells nothing of the ink in it. */
    private static final double LEAST = 0.1;

    private static final int CHORDS = Rim.ANGLES / 2;

    /**
     * @param polar the seal
     * @param paper the red of bare paper
     * @param ring ink of the ring in each direction
     * @param strong ink of its stronger part
     */
    static LineRoom of(Polar polar, double paper, double[] ring, double strong) {
        double seen = Ring.VISIBLE * strong;
        int wide = 2 * CELLS + 1;
        double[] expected = new double[wide * wide];
        double[] ink = new double[wide * wide];
        for (int i = 0; i < ink.length; i++) {
            double x = (i % wide - CELLS) * CELL;
            double y = (double) (i / wide - CELLS) * CELL;
            double far = Math.hypot(x, y);
            if (far >= FROM && far <= TO + ASIDE / 2) {
                double most = Math.min(strong, pressed(ring, x, y));
                expected[i] = most >= seen ? most : 0;
                ink[i] = polar.about(x, y, CELL / 2) - paper;
            }
        }
        Lettering lettering = Lettering.of(polar, paper, ring, seen);
        double least = 1;
        double most = 0;
        boolean any = false;
        for (int i = 0; i < ring.length; i++) {
            LineRoom room = below(expected, ink, 2 * Math.PI * i / ring.length);
            most = Math.max(most, room.ink);
            if (lettering.mayBeBelow(i)) {
                any = true;
                least = Math.min(least, room.shown);
            }
        }
        return new LineRoom(lettering.showsGap() ? 1 : any ? least : 0, most);
    }

    /** The place below the middle where below is at an angle. */
    private static LineRoom below(double[] expected, double[] ink, double angle) {
        int wide = 2 * CELLS + 1;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        int cells = 0;
        int seen = 0;
        double most = 0;
        double found = 0;
        for (int i = 0; i < ink.length; i++) {
            double x = (i % wide - CELLS) * CELL;
            double y = (double) (i / wide - CELLS) * CELL;
            double down = x * cosine + y * sine;
            if (down >= FROM && down <= TO && Math.abs(y * cosine - x * sine) <= ASIDE) {
                cells++;
                if (expected[i] > 0) {
                    seen++;
                    most += expected[i];
                    found += ink[i];
                }
            }
        }
        double shown = seen / Math.max(1.0, cells);
        return new LineRoom(shown, shown < LEAST ? 0 : found / most);
    }

    /** The ink that must have taken at a place within a ring of radius 1. */
    private static double pressed(double[] ring, double x, double y) {
        double best = 0;
        for (int i = 0; i < CHORDS; i++) {
            double across = Math.cos(Math.PI * i / CHORDS);
            double down = Math.sin(Math.PI * i / CHORDS);
            double along = x * across + y * down;
            double half = Math.sqrt(1 - x * x - y * y + along * along);
            double one = at(ring, x + (half - along) * across, y + (half - along) * down);
            double other = at(ring, x - (half + along) * across, y - (half + along) * down);
            best = Math.max(best, Math.min(one, other));
        }
        return best;
    }

    private static double at(double[] ring, double x, double y) {
        return ring[Math.floorMod((int) Math.round(Math.atan2(y, x) * ring.length / (2 * Math.PI)), ring.length)];
    }
}
