package org.xudai.intake.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Under a lamp's glare a value is passed only where a figure more would be seen, before, after and between its own. */
class WashedOutTests {

    private static final Window BOX = new Window(100, 100, 400, 48);
    private static final int PRINTED = 160;
    private static final double AS_USUAL = 1;

    @Test
    void figuresThatShowTellNothingOfRoomFarBesideThem() {
        Field print = figures(PRINTED, 1);

        assertThat(WashedOut.of((x, y) -> true, BOX, BOX, print, print, AS_USUAL)
                        .hidesAFigure())
                .isTrue();
        assertThat(WashedOut.of((x, y) -> x < 100 + PRINTED, BOX, BOX, print, print, AS_USUAL)
                        .hidesAFigure())
                .isFalse();
    }

    @Test
    void figuresThatHardlyShowHideOneMore() {
        Field print = figures(400, 1);

        assertThat(WashedOut.of((x, y) -> true, BOX, BOX, figures(400, 0.4f), print, AS_USUAL)
                        .hidesAFigure())
                .isTrue();
        assertThat(WashedOut.of((x, y) -> true, BOX, BOX, print, print, AS_USUAL)
                        .hidesAFigure())
                .isFalse();
    }

    /** Paper that is white by a long exposure leaves print black. */
    @Test
    void onlyPalePrintTellsOfALamp() {
        Field print = figures(400, 1);

        assertThat(WashedOut.of((x, y) -> true, BOX, BOX, figures(400, 0.7f), print, AS_USUAL)
                        .pale())
                .isTrue();
        assertThat(WashedOut.of((x, y) -> true, BOX, BOX, print, print, AS_USUAL)
                        .pale())
                .isFalse();
    }

    @Test
    void withoutGlareBarePaperHidesNothing() {
        Field bare = Field.empty(BOX.width(), BOX.height());

        assertThat(WashedOut.of((x, y) -> false, BOX, BOX, bare, bare, AS_USUAL).pixels())
                .isZero();
    }

    /** Upright strokes from the left of the box. */
    private static Field figures(int until, float black) {
        Field figures = Field.empty(BOX.width(), BOX.height());
        for (int y = 12; y < 36; y++) {
            for (int x = 4; x < until; x++) {
                figures.values()[y * BOX.width() + x] = x % 12 < 3 ? black : 0;
            }
        }
        return figures;
    }
}
