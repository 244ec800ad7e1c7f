package org.xudai.intake.marks;

import java.util.Arrays;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.StraightPage;

/**
 * The ink of pens in and about a box: what is darker than the paper within a few millimetres (black top-hat transform; Serra,
 * Image Analysis and Mathematical Morphology, 1982), so that shadows and their edges do not count.
 */
final class Ink {

    /** Strokes are narrower than this, in pixels: 3 mm. */
    private static final int STROKE = 24;

    /** Least darkness of ink below its paper. */
    private static final int DARKER = 40;

    /** Least darkness by which print is seen to be there at all. */
    private static final int SEEN = 22;

    private static final int PRINT = 150;
    private static final int BARE = 235;
    private static final int PRINT_REACH = 4;
    private static final int RED_REACH = 3;

    /** How far about a box its print is looked for, in pixels: 5 mm, and 2 cm where there is too little of it. */
    private static final int AROUND = 40;

    private static final int FURTHER = 160;

    /** How far the print may lie beside its place, in pixels: 2 mm, where paper is strongly bent. */
    private static final int ASTRAY = 16;

    /** More darkness than this says no more about whether print is there. */
    private static final int PLAIN = 70;

    /** A box's frame, in pixels; 3 mm about a box for seals, which none of them fills so far, since paper is bent. */
    private static final int RIM = 6;

    private static final int SEAL_RIM = 24;

    private static final int FEWEST = 60;

    private final StraightPage page;
    private final Redness red;
    private final FormBox box;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int[] darker;

    /** How far right and down the print of this part of the page lies of its place. */
    private final int right;

    private final int down;

    private final int boxLeft;
    private final int boxTop;
    private final int boxRight;
    private final int boxBottom;

    Ink(StraightPage page, Redness red, FormBox box) {
        this(page, red, box, AROUND);
    }

    private Ink(StraightPage page, Redness red, FormBox box, int around) {
        this.page = page;
        this.box = box;
        this.red = red;
        int issuedLeft = (int) IssuedPage.pixels(box.x());
        int issuedTop = (int) IssuedPage.pixels(box.y());
        int wide = (int) IssuedPage.pixels(box.width());
        int high = (int) IssuedPage.pixels(box.height());
        left = Math.max(1, issuedLeft - around - ASTRAY);
        top = Math.max(1, issuedTop - around - ASTRAY);
        width = Math.min(page.width() - 1, issuedLeft + wide + around + ASTRAY) - left;
        height = Math.min(page.height() - 1, issuedTop + high + around + ASTRAY) - top;
        darker = darker();
        int[] shift = astray();
        right = shift[0];
        down = shift[1];
        boxLeft = issuedLeft + right;
        boxTop = issuedTop + down;
        boxRight = boxLeft + wide;
        boxBottom = boxTop + high;
    }

    /** Looks where the print about the box really is: coarsely, then by single pixels. */
    private int[] astray() {
        int[] printed = printed();
        int[] best = {0, 0};
        double most = match(printed, 0, 0);
        for (int step = 4; step >= 1; step /= 4) {
            int reach = step == 1 ? 3 : ASTRAY;
            int[] from = best.clone();
            for (int dy = -reach; dy <= reach; dy += step) {
                for (int dx = -reach; dx <= reach; dx += step) {
                    double match = match(printed, from[0] + dx, from[1] + dy);
                    if (match > most) {
                        most = match;
                        best = new int[] {from[0] + dx, from[1] + dy};
                    }
                }
            }
        }
        return best;
    }

    /** Places of dark print about the box, in pixels of this part of the page. */
    private int[] printed() {
        int[] places = new int[width * height];
        int count = 0;
        for (int y = ASTRAY; y < height - ASTRAY; y++) {
            for (int x = ASTRAY + (y & 1); x < width - ASTRAY; x += 2) {
                if (page.print(left + x, top + y) < PRINT) {
                    places[count++] = y * width + x;
                }
            }
        }
        return Arrays.copyOf(places, count);
    }

    private double match(int[] printed, int dx, int dy) {
        long sum = 0;
        for (int place : printed) {
            int at = place + dy * width + dx;
            sum += at < 0 || at >= darker.length ? 0 : Math.min(PLAIN, darker[at]);
        }
        return sum / Math.max(1.0, printed.length);
    }

    /**
     * The ink within a box.
     *
     * @param share of the room that is free of print and stamps, 0 to 1
     * @param acrossMm how far it reaches across
     * @param downMm how far down
     * @param blue mean level of blue above red
     */
    record Found(double share, double acrossMm, double downMm, double blue) {}

    /** Ink within the box, away from print and stamps; its share is of the room that is left. */
    Found pen() {
        int room = 0;
        int inked = 0;
        long blue = 0;
        int[] bounds = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        int rim = box.kind() == FormBox.Kind.SEAL ? SEAL_RIM : RIM;
        for (int y = boxTop + rim; y < boxBottom - rim; y++) {
            for (int x = boxLeft + rim; x < boxRight - rim; x++) {
                if (nearPrint(x, y) || nearRed(x, y)) {
                    continue;
                }
                room++;
                if (dark(x, y) >= DARKER) {
                    inked++;
                    blue += (page.rgb(x, y) & 0xff) - (page.rgb(x, y) >> 16 & 0xff);
                    bounds[0] = Math.min(bounds[0], x);
                    bounds[1] = Math.min(bounds[1], y);
                    bounds[2] = Math.max(bounds[2], x);
                    bounds[3] = Math.max(bounds[3], y);
                }
            }
        }
        double across = inked == 0 ? 0 : (bounds[2] - bounds[0]) / Redness.PIXELS_PER_MM;
        double down = inked == 0 ? 0 : (bounds[3] - bounds[1]) / Redness.PIXELS_PER_MM;
        return new Found(inked / Math.max(1.0, room), across, down, blue / Math.max(1.0, inked));
    }

    /** Share of red within the box. */
    double red() {
        int hits = 0;
        for (int y = boxTop; y < boxBottom; y++) {
            for (int x = boxLeft; x < boxRight; x++) {
                hits += red.at(x, y) ? 1 : 0;
            }
        }
        return hits / Math.max(1.0, (double) (boxRight - boxLeft) * (boxBottom - boxTop));
    }

    /**
     * How much of the print in and about a box is seen, as far as the picture reaches, 0 to 1; 1 where there is too little of it to tell.
     *
     * @param all less where a finger, a paper or glare lies on it
     * @param lit of what no glare washes out: light hides ink, but makes none
     */
    record Print(double all, double lit) {}

    /** The print in and about the box; further about it where there is little, or little in fair light. */
    Print print() {
        Print near = printAbout();
        if (near.all() >= 0 && near.lit() >= 0) {
            return near;
        }
        Print wide = new Ink(page, red, box, FURTHER).printAbout();
        if (near.all() < 0 && wide.all() < 0) {
            return new Print(1, 1);
        }
        double lit = Math.max(0, wide.lit());
        return new Print(near.all() < 0 ? Math.max(wide.all(), lit * litShare()) : near.all(), lit);
    }

    /** Negative where there is too little print to tell. */
    private Print printAbout() {
        int[] printed = {0, 0};
        int[] seen = {0, 0};
        for (int y = top + 2; y < top + height - 2; y += 2) {
            for (int x = left + 2; x < left + width - 2; x += 2) {
                if (print(x, y) < PRINT && page.shows(x, y)) {
                    int glare = page.glaresAt(x, y) ? 1 : 0;
                    printed[glare]++;
                    seen[glare] += darkest(x, y) >= SEEN ? 1 : 0;
                }
            }
        }
        return new Print(share(seen[0] + seen[1], printed[0] + printed[1]), share(seen[0], printed[0]));
    }

    private static double share(int seen, int printed) {
        return printed < FEWEST ? -1 : seen / (double) printed;
    }

    /** Share of the box that light does not wash out. */
    private double litShare() {
        int[] counts = {0, 0};
        for (int y = Math.max(0, boxTop); y < Math.min(page.height(), boxBottom); y += PRINT_REACH) {
            for (int x = Math.max(0, boxLeft); x < Math.min(page.width(), boxRight); x += PRINT_REACH) {
                counts[page.glaresAt(x, y) ? 1 : 0]++;
            }
        }
        return counts[0] / Math.max(1.0, counts[0] + counts[1]);
    }

    /** The issued print at a pixel, where it really is. */
    private int print(int x, int y) {
        return page.print(
                Math.max(0, Math.min(page.width() - 1, x - right)), Math.max(0, Math.min(page.height() - 1, y - down)));
    }

    private int darkest(int x, int y) {
        int most = 0;
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                most = Math.max(most, dark(x + dx, y + dy));
            }
        }
        return most;
    }

    private int dark(int x, int y) {
        int column = x - left;
        int row = y - top;
        return column < 0 || row < 0 || column >= width || row >= height ? 0 : darker[row * width + column];
    }

    private boolean nearPrint(int x, int y) {
        for (int dy = -PRINT_REACH; dy <= PRINT_REACH; dy += 2) {
            for (int dx = -PRINT_REACH; dx <= PRINT_REACH; dx += 2) {
                if (print(x + dx, y + dy) < BARE) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean nearRed(int x, int y) {
        for (int dy = -RED_REACH; dy <= RED_REACH; dy++) {
            for (int dx = -RED_REACH; dx <= RED_REACH; dx++) {
                if (red.at(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How much darker each pixel is than what its surroundings would be without strokes. */
    private int[] darker() {
        int[] light = light();
        int[] closed = new Closing(width, height, STROKE / 2).of(light);
        int[] result = new int[light.length];
        for (int i = 0; i < light.length; i++) {
            result[i] = closed[i] - light[i];
        }
        return result;
    }

    /** Luminance, a mean of three by three pixels. */
    private int[] light() {
        int[] light = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int rgb = page.rgb(left + x + dx, top + y + dy);
                        sum += 77 * (rgb >> 16 & 0xff) + 150 * (rgb >> 8 & 0xff) + 29 * (rgb & 0xff);
                    }
                }
                light[y * width + x] = sum / (9 * 256);
            }
        }
        return light;
    }
}
