package org.xudai.intake.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xudai.intake.studio.Studio;

/** Photos of the study that were once read wrong. */
class OnceWrongTests {

    private static final Studio STUDIO = new Studio();

    /** Millimetres. */
    private static final double MOST_ERROR = 0.5;

    /** A 1 beside the rule of its cell, under a lamp, was taken for the rule. */
    @Test
    void aFigureInsertedBesideARuleUnderALampsGlareIsFound() {
        Outcome outcome = examined(1_000_683);

        assertThat(outcome.forged(Outcome.Answer.FOUND)).isEqualTo(new Share(1, 1));
    }

    /** What was added is far more than bent paper, or the rim of a seal, could make of the print. */
    @ParameterizedTest
    @ValueSource(longs = {1_002_318, 1_002_980, 1_002_235})
    void whatAPenAddedIsNotTakenForBentPaperOrForASeal(long seed) {
        assertThat(examined(seed).forged(Outcome.Answer.FOUND)).isEqualTo(new Share(1, 1));
    }

    /** Half of a strongly curled page lies beside its place, and its other half is not to be seen. */
    @Test
    void onAPageThatIsLaidBadlyNoValueIsToldAltered() {
        assertThat(examined(1_003_045).values().told().hits()).isZero();
    }

    /** Dense signs on a dark photo lose ink in the camera. */
    @Test
    void paleSignsAreNotToldErased() {
        assertThat(examined(1_003_052).values().told().hits()).isZero();
    }

    /** Of dates out of focus as little is gone; but figures are not dense. */
    @ParameterizedTest
    @ValueSource(longs = {1_003_302, 1_004_072})
    void aPaleDateIsToldAltered(long seed) {
        assertThat(examined(seed).forged(Outcome.Answer.FOUND)).isEqualTo(new Share(1, 1));
    }

    /** A messenger's photo out of focus, full of print. */
    @Test
    void theCodeOfASoftPhotoIsReadInAPartOfIt() {
        Outcome outcome = examined(1_000_684);

        assertThat(outcome.codeInPicture()).isTrue();
        assertThat(outcome.code()).isTrue();
        assertThat(outcome.found()).isTrue();
    }

    /** Paper that bends away squeezes a code so that its corners no longer look as on a flat sheet. */
    @ParameterizedTest
    @ValueSource(longs = {1_001_169, 1_001_211, 1_001_267, 1_001_575, 1_002_065})
    void theCodeOfACurledPageIsReadAndThePageFound(long seed) {
        Outcome outcome = examined(seed);

        assertThat(outcome.codeInPicture()).isTrue();
        assertThat(outcome.code()).isTrue();
        assertThat(outcome.found()).isTrue();
    }

    /** Two thirds of the page lie outside of the picture; what is there is found all the same. */
    @Test
    void aPageOfWhichThePictureShowsAThirdIsFound() {
        assertThat(examined(1_001_779).found()).isTrue();
    }

    /** No block is found in margins and empty rooms: there the lens alone tells where the page goes on. */
    @Test
    void whatALensBendsIsLaidStraightWhereThereIsNoPrint() {
        assertThat(examined(1_000_397).error()).isBetween(0.0, MOST_ERROR);
    }

    /** A figure of a date swapped for a like one adds and takes less ink than would tell an alteration. */
    @Test
    void aFigureSwappedForALikeOneIsFound() {
        assertThat(examined(1_001_448).forged(Outcome.Answer.FOUND)).isEqualTo(new Share(1, 1));
        assertThat(examined(1_001_440).forged(Outcome.Answer.FOUND)).isEqualTo(new Share(1, 1));
    }

    /** The bank's name stands where the corner was bent, a pixel or two aside. */
    @Test
    void aNameInABentCornerIsNoAlteration() {
        Outcome outcome = examined(1_001_632);

        assertThat(outcome.found()).isTrue();
        assertThat(outcome.wrong()).noneMatch(said -> said.contains("ALTERED"));
    }

    private static Outcome examined(long seed) {
        return Examination.of(Subject.of(STUDIO, seed));
    }
}
