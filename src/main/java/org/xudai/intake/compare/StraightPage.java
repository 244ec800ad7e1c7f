package org.xudai.intake.compare;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.xudai.forms.FormBox;

/**
 * A received page laid straight over the issued one, with even light: pixel by pixel of {@link IssuedPage#DPI} the same
 * place of the paper.
 */
public final class StraightPage {

    /** Level of bare paper in every channel; noise lies above it too. */
    public static final int PAPER = Light.PAPER;

    /** Level of the rendering at half the size below which there is print, and how far about it paper may look darker. */
    private static final int PRINTED = 230;

    private static final int PRINT_REACH = 3;

    private final IssuedPage issued;
    private final Grey print;
    private final Pixels received;
    private final boolean[] outside;
    private final Light light;
    private final RedInk red;
    private final BlueInk blue;
    private final double dpi;
    private final boolean whitePaper;

    private StraightPage(IssuedPage issued, Grey print, Pixels received, boolean[] outside, Light light, double dpi) {
        this.issued = issued;
        this.print = print;
        this.received = received;
        this.outside = outside;
        this.light = light;
        this.red = RedInk.on(received, print);
        this.blue = BlueInk.on(received);
        this.dpi = dpi;
        this.whitePaper = light.isWhiteAllOver();
    }

    static StraightPage of(IssuedPage issued, Grey print, Pixels picture, Registration registration) {
        Pixels straight = Straightening.of(
                picture, registration.map(), registration.dpi() / IssuedPage.DPI, print.width(), print.height());
        Grey small = print.halved();
        Light light = Light.on(straight, Mask.darker(small, PRINTED).spread(PRINT_REACH));
        boolean[] outside = new boolean[straight.rgb().length];
        for (int i = 0; i < outside.length; i++) {
            outside[i] = straight.rgb()[i] == Straightening.OUTSIDE;
        }
        return new StraightPage(issued, print, light.evened(straight), outside, light, registration.dpi());
    }

    /** The page it is laid over. */
    public IssuedPage issued() {
        return issued;
    }

    /** The page as received, for people to look at and for marks to be found on. */
    public BufferedImage picture() {
        BufferedImage picture = new BufferedImage(received.width(), received.height(), BufferedImage.TYPE_INT_RGB);
        int[] into = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        System.arraycopy(received.rgb(), 0, into, 0, into.length);
        return picture;
    }

    /** Pixels an inch of paper that the picture had. */
    double dpi() {
        return dpi;
    }

    /** Pixels across. */
    public int width() {
        return received.width();
    }

    /** Pixels down. */
    public int height() {
        return received.height();
    }

    /** The colour of a pixel, eight bits each of red, green and blue; {@link #PAPER} outside of the picture. */
    public int rgb(int x, int y) {
        return received.rgb()[y * received.width() + x];
    }

    /** The level of the issued print at a pixel, 0 (black) to 255. */
    public int print(int x, int y) {
        return print.levels()[y * print.width() + x] & 0xff;
    }

    /** Whether the picture shows this pixel of the page. */
    public boolean shows(int x, int y) {
        return !outside[y * received.width() + x];
    }

    /** How light the bare paper about a pixel was in the picture, 0 to 255, before the light was evened. */
    public float paperLevel(int x, int y) {
        return light.level(x, y);
    }

    /** Whether light washes the page out about a pixel; paper that a scanner made white all over is no glare. */
    public boolean glaresAt(int x, int y) {
        return !whitePaper && light.isSaturated(x, y);
    }

    /** The share of a box that the picture shows, 0 to 1. */
    public double shownShare(FormBox box) {
        int left = Math.max(0, (int) IssuedPage.pixels(box.x()));
        int top = Math.max(0, (int) IssuedPage.pixels(box.y()));
        int right = Math.min(width(), (int) Math.ceil(IssuedPage.pixels(box.x() + box.width())));
        int bottom = Math.min(height(), (int) Math.ceil(IssuedPage.pixels(box.y() + box.height())));
        int shown = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (shows(x, y)) {
                    shown++;
                }
            }
        }
        return shown / Math.max(1.0, (double) (right - left) * (bottom - top));
    }

    /** The issued ink in a window: 0 is paper, 1 is black. */
    Field printIn(Window window) {
        Field ink = Field.empty(window.width(), window.height());
        for (int y = 0, i = 0; y < window.height(); y++) {
            int from = (window.top() + y) * print.width() + window.left();
            for (int x = 0; x < window.width(); x++, i++) {
                ink.values()[i] = 1 - (print.levels()[from + x] & 0xff) / 255f;
            }
        }
        return ink;
    }

    /**
     * The dark ink that the picture shows in a window: 0 is paper, 1 is black; red ink is looked through.
     *
     * @param across how far right of the window it is looked at
     * @param down how far below
     */
    Field inkIn(Window window, int across, int down) {
        Field ink = Field.empty(window.width(), window.height());
        for (int y = 0, i = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++, i++) {
                int colour = received.rgb()[at(window.left() + across + x, window.top() + down + y)];
                ink.values()[i] = 1 - red.through(colour) / PAPER;
            }
        }
        return ink;
    }

    /** The pixel at a place, the nearest where it is beyond the page. */
    private int at(int x, int y) {
        int column = Math.max(0, Math.min(received.width() - 1, x));
        int row = Math.max(0, Math.min(received.height() - 1, y));
        return row * received.width() + column;
    }

    /** How alike print and picture are in a window, −1 to 1, when the picture is looked at beside it. */
    double alike(Field print, Window window, int across, int down) {
        Covariation both = new Covariation();
        for (int y = 0; y < window.height(); y += 2) {
            for (int x = 0; x < window.width(); x += 2) {
                int colour = received.rgb()[at(window.left() + across + x, window.top() + down + y)];
                both.add(1 - Pixels.luminance(colour) / (double) PAPER, print.at(x, y));
            }
        }
        return both.correlation();
    }

    /** The red ink in a window, 0 to 1: as {@link #inkIn}. */
    Field redIn(Window window, int across, int down) {
        Field ink = Field.empty(window.width(), window.height());
        for (int y = 0, i = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++, i++) {
                ink.values()[i] = red.share(received.rgb()[at(window.left() + across + x, window.top() + down + y)]);
            }
        }
        return ink;
    }

    /** The darkest ink in a square, red ink looked through; 0 where the picture does not show it. */
    float darkest(int left, int top, int side) {
        float darkest = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int at = y * received.width() + x;
                if (!outside[at]) {
                    darkest = Math.max(darkest, 1 - red.through(received.rgb()[at]) / PAPER);
                }
            }
        }
        return darkest;
    }

    /** Whether a pixel belongs to a larger red mark, such as a seal. */
    boolean redMarks(int x, int y) {
        return red.marks(x, y);
    }

    /** Whether a chop in blue reaches into a window. */
    boolean hasBlueChop(Window window) {
        return blue.touches(window);
    }

    /** The ink of blue chops in a window, 0 to 1: as {@link #inkIn}. */
    Field blueChopsIn(Window window, int across, int down) {
        Field ink = Field.empty(window.width(), window.height());
        for (int y = 0, i = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++, i++) {
                int column = window.left() + across + x;
                int row = window.top() + down + y;
                ink.values()[i] = blue.marks(column, row) ? blue.share(received.rgb()[at(column, row)]) : 0;
            }
        }
        return ink;
    }
}
