package org.xudai.intake.compare;

import java.util.function.BiPredicate;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.ValueReading.Reason;

/**
 * How much of a window a lamp's glare washes out: places where the paper is as light as a picture can be and no print near
 * shows that ink still would be seen. It counts before, after and between the figures too: a figure more may hide there.
 *
 * @param pixels how many pixels of the window ink may not be seen on
 * @param pale whether print is paler than it should be: a lamp's doing, where paper alone may be light by a long exposure
 */
record WashedOut(int pixels, boolean pale) {

    /** How far about a place print tells of it, one sigma in pixels: 2 mm. */
    private static final double NEAR = 16;

    /** Print, squared and averaged, that is too far off or too little to tell of a place. */
    private static final float LEAST_PRINT = 0.004f;

    /** Share of the blackness usual on the page below which a figure more might be taken for noise. */
    private static final double LEAST_BLACKNESS = 0.65;

    /** As {@link #LEAST_BLACKNESS}: below it a lamp shines there. */
    private static final double PALE = 0.8;

    /** Level of paper below which print does not show. */
    private static final float DARK = 30;

    private static final int STEP = 8;

    /** So many pixels hide a figure: 3 by 1 mm. */
    private static final int FIGURE = 192;

    /**
     * Looks at a window.
     *
     * @param glares whether light washes the page out about a pixel
     * @param inner what matters of the context, on the page
     * @param context the window of what is seen
     * @param print the ink that the print explains there
     * @param blackness how black full print is in the window, as a share of what is usual on the page
     */
    static WashedOut of(
            BiPredicate<Integer, Integer> glares,
            Window inner,
            Window context,
            Field seen,
            Field print,
            double blackness) {
        int pixels = 0;
        boolean pale = false;
        Field shown = null;
        Field meant = null;
        for (int y = inner.top() + STEP / 2; y < inner.top() + inner.height(); y += STEP) {
            for (int x = inner.left() + STEP / 2; x < inner.left() + inner.width(); x += STEP) {
                if (!glares.test(x, y)) {
                    continue;
                }
                if (shown == null || meant == null) {
                    shown = product(seen, print).blurred(NEAR);
                    meant = product(print, print).blurred(NEAR);
                }
                float expected = meant.at(x - context.left(), y - context.top());
                double there = blackness * shown.at(x - context.left(), y - context.top());
                pixels += expected < LEAST_PRINT || there < LEAST_BLACKNESS * expected ? STEP * STEP : 0;
                pale |= expected >= LEAST_PRINT && there < PALE * expected;
            }
        }
        return new WashedOut(pixels, pale);
    }

    private static Field product(Field one, Field other) {
        Field product = Field.empty(one.width(), one.height());
        for (int i = 0; i < product.values().length; i++) {
            product.values()[i] = one.values()[i] * other.values()[i];
        }
        return product;
    }

    /** Why print cannot be told from paper in a box. */
    static Reason reason(StraightPage page, FormBox box) {
        Window window = Window.about(box, 0, 0, page.width(), page.height());
        boolean glares = false;
        float darkest = 255;
        for (int y = window.top(); y < window.top() + window.height(); y += Light.BLOCK / 4) {
            for (int x = window.left(); x < window.left() + window.width(); x += Light.BLOCK / 4) {
                glares |= page.glaresAt(x, y);
                darkest = Math.min(darkest, page.paperLevel(x, y));
            }
        }
        if (glares) {
            return Reason.GLARE;
        }
        return darkest < DARK ? Reason.DARK : Reason.BLURRED;
    }

    /** Whether there is room for a figure that nobody sees. */
    boolean hidesAFigure() {
        return pixels >= FIGURE;
    }
}
