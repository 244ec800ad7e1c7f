package org.xudai.intake.compare;

/**
 * What differs in a window between a received page and what the issued print explains.
 *
 * @param window the window
 * @param predicted the ink that the print explains
 * @param extra ink that it does not
 * @param missing print that is not there
 * @param red red ink, as far as it may reach
 * @param level below it a difference is noise
 */
record Differences(Window window, Field predicted, Field extra, Field missing, Field red, float level) {

    /** How far the print may lie beside where it is expected, in pixels; further where the picture's own are larger. */
    private static final double SLACK = 0.7;

    private static final double FINE = 130;

    /** Where print is dense this share of it may differ besides: fine strokes run together. */
    private static final double DENSE = 0.05;

    private static final double SPARSE = 6;

    /** What a shade may be, in ink, and how far about a pixel it is averaged, in pixels. */
    private static final float CALM = 0.15f;

    private static final double SHADE_REACH = 10;

    /** Level of a difference in multiples of the noise, and its bounds. */
    private static final float NOISES = 4.5f;

    private static final float LEAST_LEVEL = 0.05f;
    private static final float MOST_LEVEL = 0.2f;

    /** How much a difference under red ink counts. */
    private static final float UNDER_RED = 0.1f;

    /** How much a difference beside the ink of a chop counts: the chop disturbs the fit. */
    private static final float UNDER_CHOP = 0.4f;

    private static final double CHOP_REACH = 4;
    private static final float NO_INK = 0.02f;

    /** How far red ink reaches in a picture whose colours are coarser than its light, in pixels. */
    private static final double RED_REACH = 2.5;

    private static final float PRINT = 0.2f;

    /** Side of the place in which differences are summed up, in pixels: 5 mm. */
    private static final int PLACE = 40;

    /**
     * @param dpi pixels an inch of paper that the picture had
     */
    static Differences of(Window window, Field seen, Field predicted, Field red, double dpi) {
        int count = seen.values().length;
        Field rest = Field.empty(seen.width(), seen.height());
        for (int i = 0; i < count; i++) {
            rest.values()[i] = seen.values()[i] - predicted.values()[i];
        }
        level(rest, predicted);
        Field soft = rest.softened();
        Field across = predicted.slopeAcross();
        Field down = predicted.slopeDown();
        Field redAbout = red.blurred(RED_REACH);
        Field extra = Field.empty(seen.width(), seen.height());
        Field missing = Field.empty(seen.width(), seen.height());
        float beside = (float) (SLACK * Math.max(1, FINE / dpi));
        float level = Math.max(LEAST_LEVEL, Math.min(MOST_LEVEL, NOISES * noise(soft, predicted)));
        for (int i = 0; i < count; i++) {
            float slack = beside * (Math.abs(across.values()[i]) + Math.abs(down.values()[i]));
            float weight = 1 - (1 - UNDER_RED) * Math.min(1, 4 * redAbout.values()[i]);
            float off = weight * (Math.abs(soft.values()[i]) - slack);
            if (off > level) {
                (soft.values()[i] > 0 ? extra : missing).values()[i] = off;
            }
        }
        return new Differences(window, predicted, extra, missing, redAbout, level);
    }

    /** Takes away what changes slowly, as shadows and folds do: the mean about each pixel, in which ink counts little. */
    private static void level(Field rest, Field predicted) {
        Field calm = Field.empty(rest.width(), rest.height());
        Field weight = Field.empty(rest.width(), rest.height());
        for (int i = 0; i < calm.values().length; i++) {
            float share = Math.max(0, 1 - 4 * Math.abs(predicted.values()[i]));
            weight.values()[i] = share;
            calm.values()[i] = share * Math.max(-CALM, Math.min(CALM, rest.values()[i]));
        }
        Field shade = calm.blurred(SHADE_REACH);
        Field share = weight.blurred(SHADE_REACH);
        for (int i = 0; i < calm.values().length; i++) {
            rest.values()[i] -= shade.values()[i] / Math.max(0.02f, share.values()[i]);
        }
    }

    /** The median of what differs on bare paper, as the spread of a normal distribution. */
    private static float noise(Field soft, Field predicted) {
        int[] bins = new int[256];
        int seen = 0;
        for (int i = 0; i < soft.values().length; i++) {
            if (Math.abs(predicted.values()[i]) < 0.05f) {
                bins[Math.min(255, (int) (Math.abs(soft.values()[i]) * 1000))]++;
                seen++;
            }
        }
        int below = 0;
        int bin = 0;
        while (bin < 255 && below + bins[bin] <= seen / 2) {
            below += bins[bin++];
        }
        return (bin + 0.5f) / 1000 * 1.48f;
    }

    /** These differences inside of a window alone. */
    Differences in(Window inside) {
        return new Differences(window, predicted, cut(extra, inside), cut(missing, inside), red, level);
    }

    /** Without what lies in a window. */
    Differences without(Window blank) {
        Field less = new Field(extra.width(), extra.height(), extra.values().clone());
        for (int y = blank.top(); y < blank.top() + blank.height(); y++) {
            for (int x = blank.left(); x < blank.left() + blank.width(); x++) {
                less.values()[y * less.width() + x] = 0;
            }
        }
        return new Differences(window, predicted, less, missing, red, level);
    }

    /** These differences less those on which an ink lies or that are near it: a chop's. */
    Differences beside(Field ink) {
        Field about = ink.blurred(CHOP_REACH);
        Field added = Field.empty(extra.width(), extra.height());
        Field gone = Field.empty(extra.width(), extra.height());
        for (int i = 0; i < added.values().length; i++) {
            float share = about.values()[i] > NO_INK ? 0 : UNDER_CHOP;
            added.values()[i] = share * extra.values()[i];
            gone.values()[i] = share * missing.values()[i];
        }
        return new Differences(window, predicted, added, gone, red, level);
    }

    /** How many pixels of a window red ink lies on. */
    int redPixels(Window inside) {
        int count = 0;
        for (int y = 0, i = 0; y < red.height(); y++) {
            for (int x = 0; x < red.width(); x++, i++) {
                if (red.values()[i] > PRINT && inside.holds(window.left() + x, window.top() + y)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The share of the print in a window on which red ink lies. */
    double redShare(Window inside) {
        double print = 0;
        double under = 0;
        for (int y = 0, i = 0; y < predicted.height(); y++) {
            for (int x = 0; x < predicted.width(); x++, i++) {
                if (predicted.values()[i] > PRINT && inside.holds(window.left() + x, window.top() + y)) {
                    print++;
                    under += Math.min(1, 4 * red.values()[i]);
                }
            }
        }
        return print == 0 ? 0 : under / print;
    }

    private Field cut(Field field, Window inside) {
        Field cut = Field.empty(field.width(), field.height());
        for (int y = 0, i = 0; y < field.height(); y++) {
            for (int x = 0; x < field.width(); x++, i++) {
                if (inside.holds(window.left() + x, window.top() + y)) {
                    cut.values()[i] = field.values()[i];
                }
            }
        }
        return cut;
    }

    /** The most of fields in one place of 5 mm, as it would weigh in sparse print. */
    double most(Field... fields) {
        int width = predicted.width();
        int height = predicted.height();
        double[] differing = summed(width, height, fields);
        double[] inked = summed(width, height, predicted);
        int wide = Math.min(PLACE, width);
        int high = Math.min(PLACE, height);
        double most = 0;
        for (int y = 0; y + high <= height; y += 4) {
            for (int x = 0; x + wide <= width; x += 4) {
                int upper = y * (width + 1) + x;
                int lower = (y + high) * (width + 1) + x;
                double sum = differing[lower + wide] - differing[lower] - differing[upper + wide] + differing[upper];
                double ink = inked[lower + wide] - inked[lower] - inked[upper + wide] + inked[upper];
                most = Math.max(most, sum * SPARSE / Math.max(SPARSE, DENSE * ink));
            }
        }
        return most;
    }

    /** Sums of what lies above and left of each pixel. */
    private static double[] summed(int width, int height, Field... fields) {
        double[] sums = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                for (Field field : fields) {
                    row += field.at(x, y);
                }
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        return sums;
    }
}
