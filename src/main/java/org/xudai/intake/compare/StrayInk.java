package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.List;
import org.xudai.forms.FormBox;

/**
 * Finds dark ink where the page has neither print nor a place for marks: notes, crossings out of printed words. It looks
 * at squares of half a millimetre and only well away from print, since a page that is bent looks inked beside its own
 * print: a hint for a person, never a verdict.
 */
final class StrayInk {

    private static final int SQUARE = 4;

    /** How far from print, and from a box, ink is strange, in pixels: 1.5 mm and 8 mm. */
    private static final int PRINT_REACH = 3;

    private static final double BOX_REACH = 63;
    private static final int PRINTED = 225;
    private static final float INK = 0.22f;

    /** Least extent and number of squares of what is told: 3 mm. */
    private static final int LONG = 6;

    private static final int FEWEST = 8;

    /** What lies so near the edge of the paper belongs to the table, in squares: 4 mm. */
    private static final int EDGE = 8;

    private StrayInk() {}

    static List<Region> on(StraightPage page, Grey print) {
        int columns = page.width() / SQUARE;
        int rows = page.height() / SQUARE;
        Mask printed = new Mask(columns, rows, printed(print, columns, rows)).spread(PRINT_REACH);
        Field ink = Field.empty(columns, rows);
        for (int row = EDGE; row < rows - EDGE; row++) {
            for (int column = EDGE; column < columns - EDGE; column++) {
                int at = row * columns + column;
                if (!printed.marked()[at]) {
                    ink.values()[at] = page.darkest(column * SQUARE, row * SQUARE, SQUARE) > INK ? 1 : 0;
                }
            }
        }
        blank(ink, page);
        List<Region> stray = new ArrayList<>();
        for (Blob blob : Blob.above(ink.softened(), 0.2f)) {
            Window at = blob.window();
            if (blob.area() >= FEWEST && Math.max(at.width(), at.height()) >= LONG) {
                stray.add(Region.of(
                        new Window(at.left() * SQUARE, at.top() * SQUARE, at.width() * SQUARE, at.height() * SQUARE),
                        0,
                        0));
            }
        }
        return stray;
    }

    private static boolean[] printed(Grey print, int columns, int rows) {
        boolean[] printed = new boolean[columns * rows];
        for (int y = 0; y < rows * SQUARE; y++) {
            for (int x = 0; x < columns * SQUARE; x++) {
                if ((print.levels()[y * print.width() + x] & 0xff) < PRINTED) {
                    printed[y / SQUARE * columns + x / SQUARE] = true;
                }
            }
        }
        return printed;
    }

    /** Where marks belong, and where values are looked at more closely, no ink is stray. */
    private static void blank(Field ink, StraightPage page) {
        for (FormBox box : page.issued().layout().boxes()) {
            double reach = box.kind() == FormBox.Kind.VALUE || box.kind() == FormBox.Kind.CODE ? SQUARE : BOX_REACH;
            Window window = Window.about(box, reach, reach, page.width(), page.height());
            for (int y = window.top() / SQUARE;
                    y < Math.min(ink.height(), (window.top() + window.height()) / SQUARE + 1);
                    y++) {
                for (int x = window.left() / SQUARE;
                        x < Math.min(ink.width(), (window.left() + window.width()) / SQUARE + 1);
                        x++) {
                    ink.values()[y * ink.width() + x] = 0;
                }
            }
        }
    }
}
