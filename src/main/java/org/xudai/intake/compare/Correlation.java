package org.xudai.intake.compare;

/**
 * The correlation of a square block with every place of a larger square patch.
 *
 * @param block less its mean
 * @param patch what it is looked for in
 * @param side of the block, a multiple of four
 * @param wide side of the patch
 * @param sums of the patch's levels above and left of each of its pixels (Crow, Summed-area tables, 1984)
 * @param squares of their squares, likewise
 */
record Correlation(float[] block, float[] patch, int side, int wide, double[] sums, double[] squares) {

    /** Variance of a level below which there is nothing to correlate with. */
    private static final float LEAST_VARIANCE = 4;

    /** A second place as good as this share of the best, so far apart, makes both worthless: a dashed line, a grid. */
    private static final float SECOND = 0.88f;

    private static final int APART = 3;

    /**
     * The best place, between pixels: how far right and down of the middle, and the correlation there. A best place on
     * the rim is none, nor is one of two.
     *
     * @param norm root of the block's sum of squares
     */
    float[] best(float norm, int radius) {
        int places = 2 * radius + 1;
        float[] scores = new float[places * places];
        java.util.Arrays.fill(scores, Float.NaN);
        int best = -1;
        for (int dy = radius % 2; dy < places; dy += 2) {
            for (int dx = radius % 2; dx < places; dx += 2) {
                int at = dy * places + dx;
                scores[at] = score(dx, dy, norm);
                if (best < 0 || scores[at] > scores[best]) {
                    best = at;
                }
            }
        }
        int before;
        do {
            before = best;
            for (int step = 0; step < 9; step++) {
                int dx = before % places + step % 3 - 1;
                int dy = before / places + step / 3 - 1;
                if (dx < 0 || dy < 0 || dx >= places || dy >= places) {
                    continue;
                }
                int at = dy * places + dx;
                if (Float.isNaN(scores[at])) {
                    scores[at] = score(dx, dy, norm);
                }
                if (scores[at] > scores[best]) {
                    best = at;
                }
            }
        } while (best != before);
        int x = best % places;
        int y = best / places;
        if (second(scores, places, x, y) > SECOND * scores[best]) {
            return new float[] {0, 0, -1};
        }
        if (x == 0 || y == 0 || x == places - 1 || y == places - 1) {
            return new float[] {0, 0, -1};
        }
        return new float[] {
            x - radius + peak(scores[best - 1], scores[best], scores[best + 1]),
            y - radius + peak(scores[best - places], scores[best], scores[best + places]),
            scores[best]
        };
    }

    /** The best place straight down (or across) of the middle alone: as {@link #best(float, int)}. */
    float[] best(float norm, int radius, boolean down) {
        float[] scores = new float[2 * radius + 1];
        int best = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = down ? score(radius, i, norm) : score(i, radius, norm);
            best = scores[i] > scores[best] ? i : best;
        }
        if (best == 0 || best == scores.length - 1) {
            return new float[] {0, 0, -1};
        }
        float off = best - radius + peak(scores[best - 1], scores[best], scores[best + 1]);
        return new float[] {down ? 0 : off, down ? off : 0, scores[best]};
    }

    /** The highest of the scores that were asked for, well away from a place. */
    private static float second(float[] scores, int places, int x, int y) {
        float second = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > second && Math.max(Math.abs(i % places - x), Math.abs(i / places - y)) > APART) {
                second = scores[i];
            }
        }
        return second;
    }

    /** Where between −½ and ½ the parabola through three values is highest. */
    private static float peak(float before, float at, float after) {
        float bend = before - 2 * at + after;
        return bend >= 0 ? 0 : Math.max(-0.5f, Math.min(0.5f, (before - after) / (2 * bend)));
    }

    /**
     * Fills the sums.
     *
     * @param sums room for one more number than the patch has across and down
     * @param squares likewise
     */
    static Correlation of(float[] block, float[] patch, int side, int wide, double[] sums, double[] squares) {
        java.util.Arrays.fill(sums, 0, wide + 1, 0);
        java.util.Arrays.fill(squares, 0, wide + 1, 0);
        for (int y = 0, i = 0; y < wide; y++) {
            int at = (y + 1) * (wide + 1);
            double sum = 0;
            double square = 0;
            sums[at] = 0;
            squares[at] = 0;
            for (int x = 0; x < wide; x++, i++) {
                float level = patch[i];
                sum += level;
                square += level * level;
                at++;
                sums[at] = sums[at - wide - 1] + sum;
                squares[at] = squares[at - wide - 1] + square;
            }
        }
        return new Correlation(block, patch, side, wide, sums, squares);
    }

    private float score(int dx, int dy, float norm) {
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        for (int y = 0; y < side; y++) {
            int i = y * side;
            int j = (y + dy) * wide + dx;
            for (int end = i + side; i < end; i += 4, j += 4) {
                one += block[i] * patch[j];
                two += block[i + 1] * patch[j + 1];
                three += block[i + 2] * patch[j + 2];
                four += block[i + 3] * patch[j + 3];
            }
        }
        double count = side * side;
        double sum = within(sums, dx, dy);
        double variance = within(squares, dx, dy) - sum * sum / count;
        return variance < LEAST_VARIANCE * count || norm == 0
                ? 0
                : (one + two + three + four) / (float) (norm * Math.sqrt(variance));
    }

    /** The sum over the square that the block covers. */
    private double within(double[] summed, int dx, int dy) {
        int upper = dy * (wide + 1) + dx;
        int lower = upper + side * (wide + 1);
        return summed[lower + side] - summed[lower] - summed[upper + side] + summed[upper];
    }
}
