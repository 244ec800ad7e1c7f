package org.xudai.intake.study;

import java.util.Locale;

/**
 * A share of cases with its 95 % interval (Wilson, Probable inference, 1927).
 *
 * @param hits how many
 * @param of of how many
 */
record Share(int hits, int of) {

    private static final double Z = 1.959964;
    private static final double PERCENT = 100;

    Share and(boolean hit) {
        return new Share(hits + (hit ? 1 : 0), of + 1);
    }

    Share and(Share other) {
        return new Share(hits + other.hits, of + other.of);
    }

    double rate() {
        return of == 0 ? 0 : (double) hits / of;
    }

    double low() {
        return of == 0 ? 0 : Math.max(0, middle() - half());
    }

    double high() {
        return of == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (rate() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return Z * Math.sqrt(rate() * (1 - rate()) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }

    @Override
    public String toString() {
        return of == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%d/%d = %.1f %% (%.1f–%.1f)",
                        hits,
                        of,
                        PERCENT * rate(),
                        PERCENT * low(),
                        PERCENT * high());
    }
}
