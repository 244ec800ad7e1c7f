package org.xudai.intake.compare;

import java.util.Arrays;

/**
 * The light on a straightened page: the colour of bare paper in blocks of 6 mm, between whose middles it changes evenly.
 * Bare is where the issued page has no print; of that the lighter part is taken, so that handwriting counts little.
 *
 * @param columns blocks across
 * @param rows blocks down
 * @param paper red, green and blue of the paper in each block, 0 to 255, row by row
 */
record Light(int columns, int rows, float[] paper) {

    static final int BLOCK = 48;

    /** What bare paper becomes: leaves room for the noise above it. */
    static final int PAPER = 240;

    /** From here on print may be washed out. */
    private static final float SATURATED = 251;

    private static final int CHANNELS = 3;
    private static final double LIGHTER = 0.75;

    /** How much redder than the median of the blocks about it, so many to each side, a block may be. */
    private static final float REDDER = 1.035f;

    private static final int ABOUT = 4;
    private static final int FEWEST = 60;
    private static final float DARKEST = 12;
    private static final int MOST_GAIN = 12 * 4096;

    /**
     * @param straight the page as it was photographed
     * @param print where there is print, at half the size
     */
    static Light on(Pixels straight, Mask print) {
        int columns = (straight.width() + BLOCK - 1) / BLOCK;
        int rows = (straight.height() + BLOCK - 1) / BLOCK;
        float[] paper = new float[CHANNELS * columns * rows];
        int[] bins = new int[CHANNELS * 256];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i += CHANNELS) {
                Arrays.fill(bins, 0);
                int seen = count(straight, print, column * BLOCK, row * BLOCK, bins);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    paper[i + channel] = seen < FEWEST ? 0 : level(bins, channel * 256, (int) (seen * LIGHTER));
                }
            }
        }
        leaveOutRed(paper, columns, rows);
        fill(paper, columns, rows);
        return new Light(columns, rows, paper);
    }

    /**
     * Blocks that are redder than most about them lie under a finger's print, a chop or a star: theirs is not the colour of
     * paper, and evened by it the print would be gone.
     */
    private static void leaveOutRed(float[] paper, int columns, int rows) {
        float[] redness = new float[columns * rows];
        for (int i = 0; i < redness.length; i++) {
            float other = Math.max(paper[CHANNELS * i + 1], paper[CHANNELS * i + 2]);
            redness[i] = other == 0 ? 0 : paper[CHANNELS * i] / other;
        }
        float[] about = new float[(2 * ABOUT + 1) * (2 * ABOUT + 1)];
        for (int i = 0; i < redness.length; i++) {
            int count = 0;
            for (int row = Math.max(0, i / columns - ABOUT); row <= Math.min(rows - 1, i / columns + ABOUT); row++) {
                int from = row * columns + Math.max(0, i % columns - ABOUT);
                int to = row * columns + Math.min(columns - 1, i % columns + ABOUT);
                for (int other = from; other <= to; other++) {
                    if (redness[other] > 0) {
                        about[count++] = redness[other];
                    }
                }
            }
            Arrays.sort(about, 0, count);
            if (count > 0 && redness[i] > REDDER * about[count / 2]) {
                Arrays.fill(paper, CHANNELS * i, CHANNELS * (i + 1), 0);
            }
        }
    }

    private static int count(Pixels straight, Mask print, int left, int top, int[] bins) {
        int seen = 0;
        int right = Math.min(left + BLOCK, 2 * print.width());
        int bottom = Math.min(top + BLOCK, 2 * print.height());
        for (int y = top; y < bottom; y += 2) {
            for (int x = left; x < right; x += 2) {
                int rgb = straight.rgb()[y * straight.width() + x];
                if (rgb != Straightening.OUTSIDE && !print.marked()[(y >> 1) * print.width() + (x >> 1)]) {
                    bins[rgb >> 16 & 0xff]++;
                    bins[256 + (rgb >> 8 & 0xff)]++;
                    bins[512 + (rgb & 0xff)]++;
                    seen++;
                }
            }
        }
        return seen;
    }

    private static int level(int[] bins, int from, int rank) {
        int below = 0;
        for (int level = 0; level < 256; level++) {
            below += bins[from + level];
            if (below > rank) {
                return level;
            }
        }
        return 255;
    }

    /** Blocks without bare paper take the mean of those around them, as often as it takes. */
    private static void fill(float[] paper, int columns, int rows) {
        boolean missing = true;
        for (int round = 0; missing && round < columns + rows; round++) {
            missing = false;
            float[] before = paper.clone();
            for (int i = 0; i < columns * rows; i++) {
                if (before[CHANNELS * i + 1] == 0) {
                    missing |= !takeMean(before, paper, columns, rows, i);
                }
            }
        }
        for (int i = 0; i < paper.length; i++) {
            paper[i] = Math.max(DARKEST, paper[i]);
        }
    }

    private static boolean takeMean(float[] before, float[] paper, int columns, int rows, int at) {
        int count = 0;
        float[] sums = new float[CHANNELS];
        for (int row = Math.max(0, at / columns - 1); row <= Math.min(rows - 1, at / columns + 1); row++) {
            for (int column = Math.max(0, at % columns - 1);
                    column <= Math.min(columns - 1, at % columns + 1);
                    column++) {
                int i = CHANNELS * (row * columns + column);
                if (before[i + 1] > 0) {
                    for (int channel = 0; channel < CHANNELS; channel++) {
                        sums[channel] += before[i + channel];
                    }
                    count++;
                }
            }
        }
        for (int channel = 0; channel < CHANNELS && count > 0; channel++) {
            paper[CHANNELS * at + channel] = sums[channel] / count;
        }
        return count > 0;
    }

    /**
     * Whether most of the bare paper is as light as a picture can be: a scanner, or a program that takes shadows out, made it
     * white, and print stands on it as well as on grey.
     */
    boolean isWhiteAllOver() {
        int white = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                white += isSaturated(column * BLOCK, row * BLOCK) ? 1 : 0;
            }
        }
        return 2 * white > columns * rows;
    }

    /** Whether the bare paper at a pixel is as light as a picture can be. */
    boolean isSaturated(int x, int y) {
        return level(x, y) >= SATURATED;
    }

    /** Luminance of the bare paper at a pixel of the page, 0 to 255. */
    float level(int x, int y) {
        int i = CHANNELS * (Math.min(rows - 1, y / BLOCK) * columns + Math.min(columns - 1, x / BLOCK));
        return 0.299f * paper[i] + 0.587f * paper[i + 1] + 0.114f * paper[i + 2];
    }

    /** The page as if the light fell evenly on it: bare paper is {@link #PAPER}, what lies outside is paper. */
    Pixels evened(Pixels straight) {
        int width = straight.width();
        int[] even = new int[straight.rgb().length];
        int[] gains = new int[CHANNELS * (columns + 2)];
        for (int y = 0; y < straight.height(); y++) {
            rowGains(y, gains);
            float offset = BLOCK / 2f - 0.5f;
            for (int x = 0, i = y * width; x < width; x++, i++) {
                int rgb = straight.rgb()[i];
                if (rgb == Straightening.OUTSIDE) {
                    even[i] = PAPER * 0x010101;
                    continue;
                }
                int place = (int) ((x - offset + BLOCK) * 256 / BLOCK);
                int node = CHANNELS * (place >> 8);
                int share = place & 0xff;
                int red = lit(rgb >> 16 & 0xff, gains[node], gains[node + 3], share);
                int green = lit(rgb >> 8 & 0xff, gains[node + 1], gains[node + 4], share);
                int blue = lit(rgb & 0xff, gains[node + 2], gains[node + 5], share);
                even[i] = red << 16 | green << 8 | blue;
            }
        }
        return new Pixels(width, straight.height(), even);
    }

    private static int lit(int level, int gain, int next, int share) {
        return Math.min(255, (level * (gain + (((next - gain) * share) >> 8))) >> 12);
    }

    /** Gains along a row of pixels, in 1/4096: one for each block, the outermost ones twice. */
    private void rowGains(int y, int[] gains) {
        float place = (y + 0.5f) / BLOCK - 0.5f;
        int above = Math.max(0, Math.min(rows - 1, (int) Math.floor(place)));
        int below = Math.min(rows - 1, above + 1);
        float share = Math.max(0, Math.min(1, place - above));
        for (int column = -1; column <= columns; column++) {
            int from = CHANNELS * Math.max(0, Math.min(columns - 1, column));
            for (int channel = 0; channel < CHANNELS; channel++) {
                float level = paper[CHANNELS * columns * above + from + channel] * (1 - share)
                        + paper[CHANNELS * columns * below + from + channel] * share;
                gains[CHANNELS * (column + 1) + channel] = Math.min(MOST_GAIN, (int) (PAPER * 4096 / level));
            }
        }
    }
}
