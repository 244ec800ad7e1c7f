package org.xudai.intake.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A value on bent paper is laid on its issued print as a whole. */
class AskewTests {

    private static final Window VALUE = new Window(40, 20, 120, 30);
    private static final double[] SOFT = {0, 0.9, 0, 0, 0, 0, 0, 0, 0};

    @Test
    void printThatLiesTwoPixelsAsideIsLaidOnItsPlace() {
        Field print = strokes(0, 0);
        Field seen = photographed(strokes(2, 1));

        Askew askew = Askew.of(print, seen, VALUE, SOFT);

        assertThat(askew.isClear()).isTrue();
        assertThat(apart(askew.laid(seen), photographed(print))).isLessThan(apart(seen, photographed(print)) / 10);
    }

    @Test
    void printInItsPlaceIsNotAskew() {
        Field print = strokes(0, 0);

        Askew askew = Askew.of(print, photographed(print), VALUE, SOFT);

        assertThat(askew.isClear()).isFalse();
        assertThat(askew.map()[0]).isCloseTo(0, within(0.1));
    }

    private static double apart(Field one, Field other) {
        double sum = 0;
        for (int i = 0; i < one.values().length; i++) {
            sum += Math.abs(one.values()[i] - other.values()[i]);
        }
        return sum;
    }

    private static Field photographed(Field print) {
        return new PrintModel(print, print).predicted(SOFT);
    }

    /** Crosses of unlike size, as letters are. */
    private static Field strokes(int right, int below) {
        Field print = Field.empty(220, 70);
        for (int letter = 0; letter < 4; letter++) {
            int left = 45 + 28 * letter + right;
            int high = 16 + 3 * letter;
            for (int i = 0; i < high; i++) {
                for (int thick = 0; thick < 3; thick++) {
                    print.values()[(24 + i + below) * 220 + left + 6 + 2 * letter + thick] = 1;
                    print.values()[(30 + 2 * letter + thick + below) * 220 + left + i % 24] = 1;
                }
            }
        }
        return print;
    }
}
