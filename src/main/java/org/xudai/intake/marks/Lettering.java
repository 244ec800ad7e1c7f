package org.xudai.intake.marks;

/**
 * The text along a ring, by which the seal's lower side is known: it leaves a gap there, and stands evenly about the seal's
 * upright, so that what has letters on one side has them on the other.
 *
 * @param letters where letters are seen, direction by direction
 * @param bare where the ring is seen and no letter beside it
 */
record Lettering(boolean[] letters, boolean[] bare) {

    /** Where letters stand, shares of the reach of the ring. */
    private static final double INNER = 0.73;

    private static final double OUTER = 0.82;

    /** Ink of letters, that of the ring being 1. */
    private static final double LETTERS = 0.08;

    /** Half of the least gap of a text, in directions of three degrees: the longest names leave 90 degrees or more. */
    private static final int HALF_GAP = 12;

    /** So much that is bare beside a letter, or between two, shows where a line in the middle of the gap would begin. */
    private static final int GAP_BESIDE = 30;

    private static final int GAP_BETWEEN = 20;

    /** Seals are not cut so evenly, nor is their middle found so well, as to tell fewer directions than these. */
    private static final int UNEVEN = 4;

    /**
     * @param polar the seal
     * @param paper the red of bare paper
     * @param ring ink of the ring in each direction
     * @param seen so much of it has a ring that is seen
     */
    static Lettering of(Polar polar, double paper, double[] ring, double seen) {
        double[] text = new double[ring.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = polar.mean(i, INNER, OUTER) - paper;
        }
        boolean[] letters = new boolean[ring.length];
        boolean[] bare = new boolean[ring.length];
        for (int i = 0; i < ring.length; i++) {
            double ink = Ring.mean(text, i, Ring.ABOUT);
            letters[i] = ring[i] >= seen && ink >= LETTERS * ring[i];
            bare[i] = ring[i] >= seen && !letters[i];
        }
        return new Lettering(letters, bare);
    }

    /** Whether the lower side of the seal may lie in a direction. */
    boolean mayBeBelow(int direction) {
        for (int i = -HALF_GAP; i <= HALF_GAP; i++) {
            if (at(letters, direction + i)) {
                return false;
            }
        }
        for (int i = 1; i < letters.length / 2; i++) {
            if (isUneven(direction + i, direction - i) || isUneven(direction - i, direction + i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the gap of the text is seen so far that a line within it would be seen too. */
    boolean showsGap() {
        for (int i = 0; i < letters.length; i++) {
            if (at(letters, i) && (showsGap(i, 1) || showsGap(i, -1))) {
                return true;
            }
        }
        return false;
    }

    private boolean showsGap(int letter, int way) {
        int wide = 0;
        while (wide < GAP_BESIDE && at(bare, letter + way * (wide + 1))) {
            wide++;
        }
        boolean between = at(letters, letter + way * (wide + 1));
        return wide >= (between ? GAP_BETWEEN : GAP_BESIDE);
    }

    private boolean isUneven(int direction, int opposite) {
        return at(letters, direction) && isBareAbout(opposite);
    }

    private boolean isBareAbout(int direction) {
        for (int i = -UNEVEN; i <= UNEVEN; i++) {
            if (!at(bare, direction + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean at(boolean[] values, int direction) {
        return values[Math.floorMod(direction, values.length)];
    }
}
