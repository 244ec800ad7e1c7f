package org.xudai.intake.compare;

import java.util.List;

/**
 * The blue ink of chops, which banks use: a pen may be as blue, but no word written by hand is as large.
 *
 * @param marks where chops lie
 */
record BlueInk(List<Window> marks) {

    /** Blueness that paper and print have by chance, that of ink which is clearly blue, and that of full ink. */
    private static final int CHANCE = 14;

    private static final int CLEARLY = 20;
    private static final float FULL = 90;

    private static final int SQUARE = 4;

    /** Level of the squares softened twice above which they hang together: over gaps of 2 mm. */
    private static final float NEAR = 0.01f;

    /** Least size of a chop, in squares: 20 mm by 8 mm. */
    private static final int LONG = 39;

    private static final int HIGH = 16;

    static BlueInk on(Pixels page) {
        Field squares = Field.empty(page.width() / SQUARE, page.height() / SQUARE);
        for (int y = 0, at = 0; y < squares.height(); y++) {
            for (int x = 0; x < squares.width(); x++, at++) {
                int i = (y * SQUARE + SQUARE / 2) * page.width() + x * SQUARE + SQUARE / 2;
                squares.values()[at] = blueness(page.rgb()[i]) >= CLEARLY ? 1 : 0;
            }
        }
        return new BlueInk(Blob.above(squares.softened().softened(), NEAR).stream()
                .map(Blob::window)
                .filter(window -> Math.max(window.width(), window.height()) >= LONG
                        && Math.min(window.width(), window.height()) >= HIGH)
                .map(window -> new Window(
                        (window.left() - 1) * SQUARE,
                        (window.top() - 1) * SQUARE,
                        (window.width() + 2) * SQUARE,
                        (window.height() + 2) * SQUARE))
                .toList());
    }

    private static int blueness(int rgb) {
        return Math.max(0, (rgb & 0xff) - Math.max(rgb >> 16 & 0xff, rgb >> 8 & 0xff));
    }

    /** How much blue ink lies on a pixel, 0 to 1. */
    float share(int rgb) {
        return Math.max(0, Math.min(1, (blueness(rgb) - CHANCE) / (FULL - CHANCE)));
    }

    /** Whether a pixel belongs to a chop. */
    boolean marks(int x, int y) {
        return marks.stream().anyMatch(mark -> mark.holds(x, y));
    }

    /** Whether a chop reaches into a window. */
    boolean touches(Window window) {
        return marks.stream()
                .anyMatch(mark -> mark.left() < window.left() + window.width()
                        && window.left() < mark.left() + mark.width()
                        && mark.top() < window.top() + window.height()
                        && window.top() < mark.top() + mark.height());
    }
}
