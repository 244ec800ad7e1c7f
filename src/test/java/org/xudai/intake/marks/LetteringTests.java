package org.xudai.intake.marks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the lower side of a round seal may be, by the text along its ring. */
class LetteringTests {

    private static final int LEFT = 180;
    private static final int RIGHT = 0;
    private static final int BELOW = 90;
    private static final int ABOVE = 270;

    private final boolean[] letters = new boolean[Rim.ANGLES];
    private final boolean[] bare = new boolean[Rim.ANGLES];

    @Test
    void theLowerSideIsNotWhereLettersStand() {
        fill(letters, LEFT, 360);
        fill(bare, 20, 160);

        assertThat(mayBe(BELOW)).isTrue();
        assertThat(mayBe(ABOVE)).isFalse();
        assertThat(mayBe(RIGHT)).isFalse();
    }

    @Test
    void whatIsBareOnOneSideOfTheUprightHasNoLettersOnTheOther() {
        fill(letters, LEFT, ABOVE);
        fill(bare, 60, 177);

        assertThat(mayBe(BELOW)).isTrue();
        assertThat(mayBe(30)).isFalse();
    }

    @Test
    void whereTheSealIsNotSeenTheLowerSideMayBe() {
        fill(letters, LEFT, ABOVE);

        assertThat(mayBe(BELOW)).isTrue();
        assertThat(mayBe(30)).isTrue();
    }

    @Test
    void textAllRoundLeavesNoLowerSide() {
        fill(letters, 0, 360);

        for (int degrees = 0; degrees < 360; degrees += 3) {
            assertThat(mayBe(degrees)).isFalse();
        }
    }

    @Test
    void aQuarterOfTheRingThatIsBareBesideALetterShowsTheGap() {
        fill(letters, LEFT, ABOVE);
        fill(bare, 120, LEFT);

        assertThat(new Lettering(letters, bare).showsGap()).isFalse();

        fill(bare, 84, 120);

        assertThat(new Lettering(letters, bare).showsGap()).isTrue();
    }

    @Test
    void betweenTwoLettersLessIsEnoughToShowTheGap() {
        fill(letters, LEFT, 360);
        fill(bare, 120, LEFT);
        fill(letters, 110, 120);

        assertThat(new Lettering(letters, bare).showsGap()).isTrue();
    }

    private boolean mayBe(int degrees) {
        return new Lettering(letters, bare).mayBeBelow(degrees * Rim.ANGLES / 360);
    }

    /** Degrees from the right, clockwise. */
    private static void fill(boolean[] values, int from, int to) {
        for (int i = from * Rim.ANGLES / 360; i < to * Rim.ANGLES / 360; i++) {
            values[i] = true;
        }
    }
}
