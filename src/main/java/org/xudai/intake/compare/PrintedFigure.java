package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure of the issued print, or another sign as narrow that stands alone between gaps.
 *
 * @param window where its ink lies on the page
 * @param ink its ink, 0 to 1, with {@link #RIM} pixels of paper about it
 */
record PrintedFigure(Window window, Field ink) {

    static final int RIM = 8;

    private static final float PRINT = 0.3f;

    /** Least and most height of figures in pixels, and most width as a share of it. */
    private static final int LEAST_HIGH = 12;

    private static final int MOST_HIGH = 40;
    private static final double MOST_WIDE = 0.85;

    /** What is nearer above or below belongs to the same sign, in pixels. */
    private static final int GAP = 6;

    /** How much two figures of one kind differ by where they lie between pixels, as a share of their ink squared. */
    private static final double SAME = 0.12;

    /** The figures in a window of the page. */
    static List<PrintedFigure> in(Field print, Window window) {
        List<Window> pieces = Blob.above(print, PRINT).stream()
                .map(Blob::window)
                .filter(piece -> piece.width() < 2 * MOST_HIGH)
                .toList();
        List<PrintedFigure> figures = new ArrayList<>();
        for (Window at : pieces) {
            if (at.height() >= LEAST_HIGH
                    && at.height() <= MOST_HIGH
                    && at.width() <= MOST_WIDE * at.height()
                    && pieces.stream().noneMatch(other -> !other.equals(at) && isOneSign(at, other))) {
                Window onPage = new Window(window.left() + at.left(), window.top() + at.top(), at.width(), at.height());
                figures.add(new PrintedFigure(onPage, cut(print, at)));
            }
        }
        return figures;
    }

    private static boolean isOneSign(Window a, Window b) {
        return a.left() < b.left() + b.width()
                && b.left() < a.left() + a.width()
                && a.top() < b.top() + b.height() + GAP
                && b.top() < a.top() + a.height() + GAP;
    }

    private static Field cut(Field print, Window at) {
        Field cut = Field.empty(at.width() + 2 * RIM, at.height() + 2 * RIM);
        for (int y = Math.max(0, at.top() - 1); y < Math.min(print.height(), at.top() + at.height() + 1); y++) {
            for (int x = Math.max(0, at.left() - 1); x < Math.min(print.width(), at.left() + at.width() + 1); x++) {
                cut.values()[(y - at.top() + RIM) * cut.width() + x - at.left() + RIM] = print.at(x, y);
            }
        }
        return cut;
    }

    /** How it looks in a picture, its paper being 0. */
    Field seen(double[] coefficients) {
        double[] onPaper = coefficients.clone();
        onPaper[PrintModel.TERMS - 1] = 0;
        return new PrintModel(ink, Field.empty(ink.width(), ink.height())).predicted(onPaper);
    }

    /** Whether it is as high as another but for a pixel or two, as figures of one size are. */
    boolean isAsHighAs(PrintedFigure other) {
        return Math.abs(window.height() - other.window.height()) <= 2;
    }

    /** Whether it is of one kind with another. */
    boolean isLike(PrintedFigure other) {
        if (Math.abs(window.width() - other.window.width()) > 1
                || Math.abs(window.height() - other.window.height()) > 1) {
            return false;
        }
        double squares = 0;
        for (float value : ink.values()) {
            squares += value * value;
        }
        double least = squares;
        for (int down = -1; down <= 1; down++) {
            for (int across = -1; across <= 1; across++) {
                least = Math.min(least, apart(other, across, down));
            }
        }
        return least < SAME * squares;
    }

    private double apart(PrintedFigure other, int across, int down) {
        double sum = 0;
        for (int y = 2; y < Math.min(ink.height(), other.ink.height()) - 2; y++) {
            for (int x = 2; x < Math.min(ink.width(), other.ink.width()) - 2; x++) {
                double off = ink.at(x, y) - other.ink.at(x + across, y + down);
                sum += off * off;
            }
        }
        return sum;
    }
}
