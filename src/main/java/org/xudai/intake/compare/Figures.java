package org.xudai.intake.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks for figures that stand where another was issued. A 6 made an 8 adds less ink than many a fold; but then the picture
 * shows at that place, and at that alone, another figure of the page's own print. Each figure is judged by itself.
 */
final class Figures {

    /** What differs about a figure at least, squared and summed: below it noise may look like anything. */
    private static final double LEAST = 1.5;

    /** What differs at least as a share of the figure, wherever near its place it lies. */
    private static final double LEAST_SHARE = 0.2;

    /** How alike that is to what changes when another figure takes the place, and how much of it there is. */
    private static final double ALIKE = 0.8;

    private static final double MADE = 0.6;

    /** What differs so much is another figure, or none, though none of the page's print is like it. */
    private static final double MUCH = 4;

    private static final double MUCH_SHARE = 0.3;

    /** How far about a figure is looked, in pixels. */
    private static final int ABOUT = 3;

    /** How far another figure may lie beside the issued one, in pixels. */
    private static final int ACROSS = 3;

    private final Supplier<List<PrintedFigure>> printed;
    private List<PrintedFigure> known = List.of();

    /**
     * @param printed the figures that are printed on the page; asked for once, where one is doubted
     */
    Figures(Supplier<List<PrintedFigure>> printed) {
        this.printed = printed;
    }

    private List<PrintedFigure> known() {
        if (known.isEmpty()) {
            known = printed.get();
        }
        return known;
    }

    /** A doubted figure, how the issued one looks, and what is seen there that is not explained. */
    private record Doubt(PrintedFigure figure, Field own, Field rest, int left, int top) {

        /** What is unexplained at a place, counted from the figure's. */
        float restAt(int x, int y) {
            return at(rest, left + x, top + y);
        }

        float ownAt(int x, int y) {
            return at(own, x + PrintedFigure.RIM, y + PrintedFigure.RIM);
        }
    }

    /**
     * Where a figure was swapped for another.
     *
     * @param window what was looked at
     * @param seen the ink in it
     * @param predicted the ink that the print explains
     * @param coefficients how print looks there
     * @param issued the figures in it
     * @param faint whether it is known to differ
     */
    Optional<Region> swapped(
            Window window,
            Field seen,
            Field predicted,
            double[] coefficients,
            List<PrintedFigure> issued,
            boolean faint) {
        Field off = Field.empty(seen.width(), seen.height());
        for (int i = 0; i < off.values().length; i++) {
            off.values()[i] = seen.values()[i] - predicted.values()[i];
        }
        Field rest = off.softened();
        for (PrintedFigure figure : issued) {
            int left = figure.window().left() - window.left();
            int top = figure.window().top() - window.top();
            Doubt raw = new Doubt(figure, figure.ink(), rest, left, top);
            if (squares(raw) < LEAST) {
                continue;
            }
            Doubt doubt = new Doubt(figure, figure.seen(coefficients), rest, left, top);
            double[] unexplained = unexplained(doubt);
            boolean much = faint && unexplained[0] >= MUCH && unexplained[1] >= MUCH_SHARE;
            if (much
                    || (unexplained[0] >= LEAST
                            && unexplained[1] >= LEAST_SHARE
                            && known().stream().anyMatch(other -> stands(other, doubt, coefficients)))) {
                return Optional.of(Region.of(figure.window(), 0, 0));
            }
        }
        return Optional.empty();
    }

    private static double squares(Doubt doubt) {
        double sum = 0;
        for (int y = -ABOUT; y < doubt.figure.window().height() + ABOUT; y++) {
            for (int x = -ABOUT; x < doubt.figure.window().width() + ABOUT; x++) {
                sum += doubt.restAt(x, y) * doubt.restAt(x, y);
            }
        }
        return sum;
    }

    /** What differs about a figure and is no displacement of it, squared and summed; and as a share of the figure's. */
    private static double[] unexplained(Doubt doubt) {
        Field across = doubt.own.slopeAcross();
        Field down = doubt.own.slopeDown();
        double[][] equations = new double[3][4];
        double[] row = new double[4];
        row[0] = 1;
        double left = 0;
        double own = 0;
        double owns = 0;
        for (int y = -ABOUT; y < doubt.figure.window().height() + ABOUT; y++) {
            for (int x = -ABOUT; x < doubt.figure.window().width() + ABOUT; x++) {
                row[1] = at(across, x + PrintedFigure.RIM, y + PrintedFigure.RIM);
                row[2] = at(down, x + PrintedFigure.RIM, y + PrintedFigure.RIM);
                row[3] = doubt.restAt(x, y);
                Linear.add(equations, row, 1);
                left += row[3] * row[3];
                own += doubt.ownAt(x, y);
                owns += doubt.ownAt(x, y) * doubt.ownAt(x, y);
            }
        }
        double ink = owns - own * own / equations[0][0];
        double[] products = {equations[0][3], equations[1][3], equations[2][3]};
        double[] solved = Linear.solve(equations);
        for (int i = 0; i < solved.length; i++) {
            left -= solved[i] * products[i];
        }
        return new double[] {left, left / Math.max(1e-6, ink)};
    }

    /** Whether another figure stands in place of a doubted one. */
    private static boolean stands(PrintedFigure other, Doubt doubt, double[] coefficients) {
        if (!other.isAsHighAs(doubt.figure) || doubt.figure.isLike(other)) {
            return false;
        }
        Field looks = other.seen(coefficients);
        int middle = (doubt.figure.window().width() - other.window().width()) / 2;
        int foot = doubt.figure.window().height() - other.window().height();
        for (int down = -1; down <= 1; down++) {
            for (int across = -ACROSS; across <= ACROSS; across++) {
                if (isMade(other.window(), looks, doubt, middle + across, foot + down)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether what differs is what changes when another figure takes a place: the correlation of both, and their ratio. */
    private static boolean isMade(Window other, Field looks, Doubt doubt, int across, int down) {
        Window own = doubt.figure.window();
        Covariation both = new Covariation();
        for (int y = Math.min(0, down) - ABOUT; y < Math.max(own.height(), down + other.height()) + ABOUT; y++) {
            for (int x = Math.min(0, across) - ABOUT; x < Math.max(own.width(), across + other.width()) + ABOUT; x++) {
                double change =
                        at(looks, x - across + PrintedFigure.RIM, y - down + PrintedFigure.RIM) - doubt.ownAt(x, y);
                both.add(change, doubt.restAt(x, y));
            }
        }
        return both.ofBoth() > 0 && both.ofBoth() >= MADE * both.ofFirst() && both.correlation() >= ALIKE;
    }

    private static float at(Field field, int x, int y) {
        return x < 0 || y < 0 || x >= field.width() || y >= field.height() ? 0 : field.at(x, y);
    }
}
