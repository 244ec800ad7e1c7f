package org.xudai.intake.compare;

import java.util.Arrays;

/**
 * How the print of a value lies askew on its place, as on paper that is bent there: the affine map that lays it on the issued
 * print, found in steps by the slopes of the print (Lucas and Kanade, 1981). It moves a value as a whole and makes no figure
 * another.
 *
 * @param middleX about which it turns, in pixels of the window
 * @param middleY likewise
 * @param map across: how far at the middle, how much more 100 pixels to the right and below; the same down
 */
record Askew(double middleX, double middleY, double[] map) {

    private static final int TERMS = 6;
    private static final double UNIT = 100;
    private static final int STEPS = 4;

    /** How little a first step moves print that lies where it should, in pixels. */
    private static final double STEADY = 0.5;

    /** How far print lies from its place at least to be askew, in pixels: 0.15 mm. */
    private static final double LEAST = 1.2;

    /** Least slope of print, squared, that tells of where it lies. */
    private static final double SLOPE = 1e-4;

    /** What a difference may be before it counts less. */
    private static final double USUAL = 0.15;

    /** How hard the map is to move, to stretch and to shear, as shares of what was seen. */
    private static final double[] STIFF = {1e-3, 1e-2, 5e-2};

    /** Nothing is moved. */
    static final Askew NOT = new Askew(0, 0, new double[TERMS]);

    /**
     * Finds it.
     *
     * @param print the issued ink in a window
     * @param seen the ink in the picture
     * @param inner where the value is in the window
     * @param usual how print looks on the page
     */
    static Askew of(Field print, Field seen, Window inner, double[] usual) {
        double ink = 1e-9;
        double x = 0;
        double y = 0;
        for (int row = inner.top(); row < inner.top() + inner.height(); row++) {
            for (int column = inner.left(); column < inner.left() + inner.width(); column++) {
                ink += print.at(column, row);
                x += print.at(column, row) * column;
                y += print.at(column, row) * row;
            }
        }
        Askew askew = new Askew(x / ink, y / ink, new double[TERMS]);
        for (int step = 0; step < STEPS && (step == 0 || askew.far() >= STEADY); step++) {
            askew = askew.nearer(print, askew.laid(seen), inner, usual);
        }
        return askew;
    }

    boolean isClear() {
        return far() >= LEAST;
    }

    private double far() {
        return Math.hypot(map[0], map[3]);
    }

    private Askew nearer(Field print, Field laid, Window inner, double[] usual) {
        PrintModel model = new PrintModel(print, laid);
        Field expected = model.predicted(PrintModel.unmoved(model.fitted(usual)));
        Field slopeAcross = expected.slopeAcross();
        Field slopeDown = expected.slopeDown();
        double[][] equations = new double[TERMS][TERMS + 1];
        double[] row = new double[TERMS + 1];
        for (int y = inner.top(); y < inner.top() + inner.height(); y++) {
            for (int x = inner.left(); x < inner.left() + inner.width(); x++) {
                double across = slopeAcross.at(x, y);
                double down = slopeDown.at(x, y);
                if (across * across + down * down < SLOPE) {
                    continue;
                }
                double right = (x - middleX) / UNIT;
                double below = (y - middleY) / UNIT;
                row[0] = -across;
                row[1] = -across * right;
                row[2] = -across * below;
                row[3] = -down;
                row[4] = -down * right;
                row[5] = -down * below;
                row[TERMS] = laid.at(x, y) - expected.at(x, y);
                Linear.add(equations, row, Math.min(1, USUAL / Math.max(1e-6, Math.abs(row[TERMS]))));
            }
        }
        double seen = equations[0][0] + equations[3][3];
        for (int i = 0; i < TERMS; i++) {
            equations[i][i] += STIFF[i % STIFF.length] * seen + 1e-6;
        }
        double[] more = Linear.solve(equations);
        for (int i = 0; i < TERMS; i++) {
            more[i] += map[i];
        }
        return new Askew(middleX, middleY, more);
    }

    /** A picture's field, its print laid on the issued one. */
    Field laid(Field field) {
        if (Arrays.stream(map).allMatch(term -> term == 0)) {
            return field;
        }
        Field laid = Field.empty(field.width(), field.height());
        for (int y = 0, i = 0; y < field.height(); y++) {
            double below = (y - middleY) / UNIT;
            for (int x = 0; x < field.width(); x++, i++) {
                double right = (x - middleX) / UNIT;
                double fromX = clamped(x + map[0] + map[1] * right + map[2] * below, field.width());
                double fromY = clamped(y + map[3] + map[4] * right + map[5] * below, field.height());
                int left = (int) fromX;
                int top = (int) fromY;
                float across = (float) (fromX - left);
                float down = (float) (fromY - top);
                float upper = field.at(left, top) * (1 - across) + field.at(left + 1, top) * across;
                float lower = field.at(left, top + 1) * (1 - across) + field.at(left + 1, top + 1) * across;
                laid.values()[i] = upper * (1 - down) + lower * down;
            }
        }
        return laid;
    }

    private static double clamped(double at, int size) {
        return Math.max(0, Math.min(size - 1.001, at));
    }
}
