package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The red ink of seals and fingerprints on a page: how red it is there, and how dark in the red channel, so that what it
 * lies on can be seen through it.
 *
 * @param redness how much redder than green and blue full ink is
 * @param level red channel of full ink on paper
 * @param marks where larger red marks lie: seals, or parts of them
 */
record RedInk(float redness, float level, List<Window> marks) {

    /** Redness that paper and print have by chance. */
    private static final int CHANCE = 14;

    private static final int CLEARLY = 48;
    private static final int FEWEST = 150;
    private static final float USUAL_REDNESS = 110;
    private static final float USUAL_LEVEL = 205;

    /** Pixels are looked at in squares of this side. */
    private static final int SQUARE = 4;

    /** A mark as wide or high as this many squares is no stroke of a pen: 9 mm. */
    private static final int LARGE = 18;

    static RedInk on(Pixels page, Grey print) {
        int[] rednesses = new int[256];
        int[] levels = new int[256];
        int seen = 0;
        Field squares = Field.empty(page.width() / SQUARE, page.height() / SQUARE);
        for (int y = 0, at = 0; y < squares.height(); y++) {
            for (int x = 0; x < squares.width(); x++, at++) {
                int i = (y * SQUARE + SQUARE / 2) * page.width() + x * SQUARE + SQUARE / 2;
                int redness = redness(page.rgb()[i]);
                if (redness >= CLEARLY) {
                    squares.values()[at] = 1;
                    if ((print.levels()[i] & 0xff) > 240) {
                        rednesses[redness]++;
                        levels[page.rgb()[i] >> 16 & 0xff]++;
                        seen++;
                    }
                }
            }
        }
        if (seen < FEWEST) {
            return new RedInk(USUAL_REDNESS, USUAL_LEVEL, marks(squares));
        }
        return new RedInk(median(rednesses, seen), median(levels, seen), marks(squares));
    }

    private static List<Window> marks(Field squares) {
        List<Window> marks = new ArrayList<>();
        for (Blob blob : Blob.above(squares.softened(), 0.1f)) {
            Window window = blob.window();
            if (Math.max(window.width(), window.height()) >= LARGE) {
                marks.add(new Window(
                        (window.left() - 1) * SQUARE,
                        (window.top() - 1) * SQUARE,
                        (window.width() + 2) * SQUARE,
                        (window.height() + 2) * SQUARE));
            }
        }
        return marks;
    }

    private static int median(int[] bins, int count) {
        int below = 0;
        int level = 0;
        while (level < bins.length - 1 && below + bins[level] <= count / 2) {
            below += bins[level++];
        }
        return level;
    }

    private static int redness(int rgb) {
        return Math.max(0, (rgb >> 16 & 0xff) - Math.max(rgb >> 8 & 0xff, rgb & 0xff));
    }

    /** How much red ink lies on a pixel, 0 to 1. */
    float share(int rgb) {
        return Math.max(0, Math.min(1, (redness(rgb) - CHANCE) / (redness - CHANCE)));
    }

    /** The level of a pixel as it would be without the red ink. */
    float through(int rgb) {
        float plain = Pixels.luminance(rgb);
        float share = share(rgb);
        if (share == 0) {
            return plain;
        }
        float without = Math.min(Light.PAPER, (rgb >> 16 & 0xff) + share * (Light.PAPER - level));
        return plain + Math.min(1, 3 * share) * (without - plain);
    }

    /** Whether a pixel belongs to a larger red mark. */
    boolean marks(int x, int y) {
        for (Window mark : marks) {
            if (mark.holds(x, y)) {
                return true;
            }
        }
        return false;
    }
}
