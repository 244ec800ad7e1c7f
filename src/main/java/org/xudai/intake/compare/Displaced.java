package org.xudai.intake.compare;

import org.xudai.forms.FormBox;

/**
 * Where the print of a box lies beside its place, where the page was not laid straight enough.
 *
 * @param across pixels to the right
 * @param down pixels below
 * @param alike how alike print and picture are there
 * @param before how alike they are at its place
 */
record Displaced(int across, int down, double alike, double before) {

    /** How far print may lie beside its place and still be looked for, in pixels: 1.5 mm. */
    private static final int SHIFT = 12;

    /** When print is taken to lie beside its place: so far, so alike, so much more than at its place. */
    private static final int LEAST_SHIFT = 3;

    private static final double LEAST_ALIKE = 0.55;
    private static final double LEAST_GAIN = 0.04;

    /** Looks for the print of a box around its place. */
    static Displaced of(StraightPage page, FormBox box) {
        Window window = Window.about(box, 0, 0, page.width(), page.height());
        Field print = page.printIn(window).blurred(1);
        double before = page.alike(print, window, 0, 0);
        Displaced best = new Displaced(0, 0, before, before);
        for (int step = SHIFT / 3; step > 0; step /= 2) {
            Displaced from = best;
            int reach = step == SHIFT / 3 ? 3 : 1;
            for (int down = -reach; down <= reach; down++) {
                for (int across = -reach; across <= reach; across++) {
                    int right = from.across + across * step;
                    int below = from.down + down * step;
                    double alike = page.alike(print, window, right, below);
                    best = alike > best.alike ? new Displaced(right, below, alike, before) : best;
                }
            }
        }
        return best;
    }

    boolean isClear() {
        return Math.max(Math.abs(across), Math.abs(down)) >= LEAST_SHIFT
                && alike >= LEAST_ALIKE
                && alike - before >= LEAST_GAIN;
    }
}
