package org.xudai.intake.compare;

import org.jspecify.annotations.Nullable;

/**
 * How the issued print looks in a picture, in a window: a sum of the print blurred in three ways and of what a small shift
 * and an uneven blur add (a Taylor series of the lens's point spread), fitted to what is seen. It has too few freedoms to
 * imitate another digit.
 */
final class PrintModel {

    /** Number of terms, the last of them even. */
    static final int TERMS = 9;

    private static final double SHARP = 0.8;
    private static final double SOFT = 1.7;
    private static final double BLURRED = 3.4;
    private static final float NEAR_PRINT = 0.02f;
    private static final double LEAST_TRUST = 1e-6;

    /** What a residual may be before it counts less (Huber). */
    private static final float USUAL = 0.08f;

    /** How much the page's way of showing print counts against the surroundings' of a box, and how often that is fitted. */
    private static final double TRUST = 0.15;

    private static final int ROUNDS = 2;

    private final Field seen;
    private final float[][] terms;
    private final float[] near;

    /**
     * @param print ink of the issued print, 0 to 1
     * @param seen ink in the picture, likewise
     */
    PrintModel(Field print, Field seen) {
        this.seen = seen;
        Field soft = print.blurred(SOFT);
        Field across = soft.slopeAcross();
        Field down = soft.slopeDown();
        Field blurred = print.blurred(BLURRED);
        this.near = blurred.values();
        this.terms = new float[][] {
            print.blurred(SHARP).values(),
            soft.values(),
            blurred.values(),
            across.values(),
            down.values(),
            across.slopeAcross().values(),
            down.slopeDown().values(),
            across.slopeDown().values()
        };
    }

    /** The ink in the picture. */
    Field seen() {
        return seen;
    }

    /** Empty normal equations: {@value #TERMS} rows, one number more in each. */
    static double[][] equations() {
        return new double[TERMS][TERMS + 1];
    }

    /** The coefficients that fit best. */
    static double[] solve(double[][] normal) {
        return solve(normal, new double[TERMS], LEAST_TRUST);
    }

    /**
     * The coefficients that fit best, not far from usual ones.
     *
     * @param trust weight of the usual ones, as a share of what was seen
     */
    static double[] solve(double[][] normal, double[] usual, double trust) {
        for (int row = 0; row < TERMS; row++) {
            for (int column = 0; column < row; column++) {
                normal[row][column] = normal[column][row];
            }
        }
        for (int row = 0; row < TERMS; row++) {
            double weight = trust * normal[row][row] + 1e-3;
            normal[row][row] += weight;
            normal[row][TERMS] += weight * usual[row];
        }
        return Linear.solve(normal);
    }

    /** The page's usual coefficients, moved towards what is seen here. */
    double[] fitted(double[] usual) {
        double[] coefficients = usual;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] normal = equations();
            addTo(normal, coefficients);
            coefficients = solve(normal, usual, TRUST);
        }
        return coefficients;
    }

    /** Coefficients without what a small shift adds. */
    static double[] unmoved(double[] coefficients) {
        double[] unmoved = coefficients.clone();
        unmoved[3] = 0;
        unmoved[4] = 0;
        return unmoved;
    }

    /** How black full print is. */
    static double contrast(double[] coefficients) {
        return coefficients[0] + coefficients[1] + coefficients[2];
    }

    /** Spread of print, one sigma in pixels: the second moment of the point spread function. */
    static double spread(double[] coefficients) {
        double moment = coefficients[0] * SHARP * SHARP
                + coefficients[1] * SOFT * SOFT
                + coefficients[2] * BLURRED * BLURRED
                + coefficients[5]
                + coefficients[6];
        return Math.sqrt(Math.max(0, moment / Math.max(1e-6, contrast(coefficients))));
    }

    /** Adds what is seen near print to normal equations. */
    void addTo(double[][] normal) {
        add(normal, null);
    }

    /** Adds what is seen; what does not fit the coefficients given counts less. */
    void addTo(double[][] normal, double[] coefficients) {
        add(normal, predicted(coefficients).values());
    }

    private void add(double[][] normal, float @Nullable [] predicted) {
        float[] row = new float[TERMS + 1];
        row[TERMS - 1] = 1;
        for (int y = 2; y < seen.height() - 2; y++) {
            for (int x = 2 + (y & 1); x < seen.width() - 2; x += 2) {
                int i = y * seen.width() + x;
                if (near[i] < NEAR_PRINT) {
                    continue;
                }
                for (int term = 0; term < TERMS - 1; term++) {
                    row[term] = terms[term][i];
                }
                row[TERMS] = seen.values()[i];
                float off = predicted == null ? 0 : Math.abs(seen.values()[i] - predicted[i]);
                addUpper(normal, row, off <= USUAL ? 1 : USUAL / off);
            }
        }
    }

    private static void addUpper(double[][] normal, float[] row, float weight) {
        for (int i = 0; i < TERMS; i++) {
            float factor = weight * row[i];
            double[] into = normal[i];
            for (int j = i; j <= TERMS; j++) {
                into[j] += factor * row[j];
            }
        }
    }

    /** The ink that the print alone would show. */
    Field predicted(double[] coefficients) {
        Field predicted = Field.empty(seen.width(), seen.height());
        float[] into = predicted.values();
        java.util.Arrays.fill(into, (float) coefficients[TERMS - 1]);
        for (int term = 0; term < TERMS - 1; term++) {
            float factor = (float) coefficients[term];
            float[] values = terms[term];
            for (int i = 0; i < into.length; i++) {
                into[i] += factor * values[i];
            }
        }
        return predicted;
    }
}
