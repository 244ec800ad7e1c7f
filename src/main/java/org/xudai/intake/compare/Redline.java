package org.xudai.intake.compare;

import java.util.List;
import java.util.stream.Stream;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.ValueReading.Outcome;
import org.xudai.intake.compare.ValueReading.Reason;

/**
 * Subtracts the issued print from a straightened page in the boxes of printed values: what the print does not explain is
 * ink that was added, what it explains and is not there is print that is gone.
 */
final class Redline {

    /** What is looked at around a box, so that its surroundings tell how print looks there, in pixels. */
    private static final double CONTEXT_ACROSS = 60;

    private static final double CONTEXT_DOWN = 24;

    /** How far out of its box a difference still counts, in pixels. */
    private static final double RIM = 4;

    /** How much the page's way of showing print counts against the surroundings' of a box. */
    private static final double TRUST = 0.15;

    private static final int SAMPLES = 8;
    private static final int ROUNDS = 2;

    /** Full pixels of ink in one place that are an alteration: see docs/adr/0016. */
    private static final double MOST_EXTRA = 6;

    private static final double MOST_MISSING = 6;
    private static final double MOST_BOTH = 8;
    private static final double LEAST_TOLD = 0.6;

    private static final double LEAST_SHOWN = 0.99;
    private static final float SATURATED = 251;
    private static final float DARK = 30;

    /** Least blackness of print, and as a share of the page's: below it nothing is said. */
    private static final double LEAST_CONTRAST = 0.2;

    private static final double LEAST_SHARE = 0.4;

    /** Pixels that hang together and are no writing any more: 1.2 cm². */
    private static final int SOLID = 7440;

    private static final double SOLID_SHARE = 0.5;
    private static final float RED = 0.4f;
    private static final int FEWEST_RED = 30;
    private static final double MOST_UNDER_RED = 0.3;

    /** How far print may lie beside its place and still be looked for, in pixels: 1.5 mm. */
    private static final int SHIFT = 12;

    /** When print is taken to lie beside its place: so far, so alike, so much more than at its place. */
    private static final int LEAST_SHIFT = 3;

    private static final double LEAST_ALIKE = 0.55;
    private static final double LEAST_GAIN = 0.08;

    private static final double EDGE = 13;
    private static final int THIN = 9;
    private static final int LONG = 4;

    private final StraightPage page;
    private final List<FormBox> boxes;
    private final double[] usual;

    Redline(StraightPage page) {
        this.page = page;
        this.boxes = page.issued().boxes(FormBox.Kind.VALUE);
        this.usual = usual();
    }

    List<ValueReading> readings() {
        return boxes.stream().map(this::reading).toList();
    }

    /** Spread of the print on the page, one sigma in millimetres. */
    double blur() {
        return PrintModel.spread(usual) / IssuedPage.MM;
    }

    /** How print looks on this page. */
    private double[] usual() {
        double[][] normal = PrintModel.equations();
        int step = Math.max(1, (boxes.size() + SAMPLES - 1) / SAMPLES);
        for (int i = 0; i < boxes.size(); i += step) {
            Window window = context(boxes.get(i));
            new PrintModel(page.printIn(window), page.inkIn(window, 0, 0)).addTo(normal);
        }
        return PrintModel.solve(normal);
    }

    private Window context(FormBox box) {
        return Window.about(box, CONTEXT_ACROSS, CONTEXT_DOWN, page.width(), page.height());
    }

    private ValueReading reading(FormBox box) {
        if (page.shownShare(box) < LEAST_SHOWN) {
            return undecided(box, Reason.OUT_OF_PICTURE);
        }
        ValueReading straight = reading(box, 0, 0);
        if (straight.outcome() != Outcome.ALTERED) {
            return straight;
        }
        Displaced displaced = displaced(box);
        if (!displaced.isClear()) {
            return straight;
        }
        ValueReading moved = reading(box, displaced.across, displaced.down);
        if (moved.outcome() != Outcome.ALTERED) {
            return moved;
        }
        boolean worse = moved.extra() + moved.missing() >= straight.extra() + straight.missing();
        return worse
                ? straight
                : new ValueReading(box, Outcome.UNDECIDED, Reason.BENT, moved.where(), moved.extra(), moved.missing());
    }

    /** Where the print of a box lies beside its place, how alike it is there, and how alike at its place. */
    private record Displaced(int across, int down, double alike, double before) {

        boolean isClear() {
            return Math.max(Math.abs(across), Math.abs(down)) >= LEAST_SHIFT
                    && alike >= LEAST_ALIKE
                    && alike - before >= LEAST_GAIN;
        }
    }

    /** Looks for the print of a box around its place, where the page was not laid straight enough. */
    private Displaced displaced(FormBox box) {
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

    private ValueReading reading(FormBox box, int across, int down) {
        Window window = context(box);
        Field seen = page.inkIn(window, across, down);
        PrintModel model = new PrintModel(page.printIn(window), seen);
        double[] here = fitted(model);
        double contrast = PrintModel.contrast(here);
        if (contrast < Math.max(LEAST_CONTRAST, LEAST_SHARE * PrintModel.contrast(usual))) {
            return undecided(box, lightReason(box));
        }
        Differences differences = Differences.of(window, seen, model.predicted(here), page.redIn(window, across, down))
                .in(Window.about(box, RIM, RIM, page.width(), page.height()));
        return judged(box, withoutRules(box, differences));
    }

    /** The page's coefficients, moved towards what is seen here. */
    private double[] fitted(PrintModel model) {
        double[] coefficients = usual;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] normal = PrintModel.equations();
            model.addTo(normal, coefficients);
            coefficients = PrintModel.solve(normal, usual, TRUST);
        }
        return coefficients;
    }

    /** Rules about a box that lie a little beside their place tell nothing of its value: thin, long, at its edge. */
    private Differences withoutRules(FormBox box, Differences differences) {
        Window inner = Window.about(box, -EDGE, -EDGE, page.width(), page.height());
        Differences left = differences;
        for (Blob blob : Blob.above(differences.extra(), 0)) {
            Window at = blob.window();
            int x = differences.window().left() + at.left();
            int y = differences.window().top() + at.top();
            boolean thin = Math.min(at.width(), at.height()) <= THIN
                    && Math.max(at.width(), at.height()) >= LONG * Math.min(at.width(), at.height());
            boolean outside = x + at.width() <= inner.left()
                    || x >= inner.left() + inner.width()
                    || y + at.height() <= inner.top()
                    || y >= inner.top() + inner.height();
            left = thin && outside ? left.without(at) : left;
        }
        return left;
    }

    private ValueReading judged(FormBox box, Differences differences) {
        double extra = Differences.most(differences.extra());
        double missing = Differences.most(differences.missing());
        double both = Differences.most(differences.extra(), differences.missing());
        List<Blob> added = Blob.above(differences.extra(), 0);
        List<Blob> gone = Blob.above(differences.missing(), 0);
        List<Region> where = Stream.concat(added.stream(), gone.stream())
                .filter(blob -> blob.mass() >= LEAST_TOLD)
                .map(blob -> Region.of(
                        blob.window(),
                        differences.window().left(),
                        differences.window().top()))
                .toList();
        boolean redInk = hasLooseRed(box, differences)
                || differences.redShare(Window.about(box, 0, 0, page.width(), page.height())) > MOST_UNDER_RED;
        if (extra < MOST_EXTRA && missing < MOST_MISSING && both < MOST_BOTH) {
            return redInk
                    ? new ValueReading(box, Outcome.UNDECIDED, Reason.RED_INK, List.of(whole(box)), extra, missing)
                    : new ValueReading(box, Outcome.NOTHING_FOUND, Reason.AGREES, List.of(), extra, missing);
        }
        if (added.stream().anyMatch(Redline::isSolid)) {
            return new ValueReading(box, Outcome.UNDECIDED, Reason.COVERED, where, extra, missing);
        }
        if (extra < MOST_EXTRA && isSaturated(box)) {
            return new ValueReading(box, Outcome.UNDECIDED, Reason.GLARE, where, extra, missing);
        }
        Reason reason = extra < MOST_EXTRA && missing >= MOST_MISSING
                ? Reason.PRINT_GONE
                : missing >= MOST_MISSING ? Reason.REPLACED : Reason.ADDED_INK;
        return new ValueReading(box, Outcome.ALTERED, reason, where, extra, missing);
    }

    private static boolean isSolid(Blob blob) {
        return blob.area() > SOLID && blob.area() > SOLID_SHARE * blob.window().area();
    }

    /** Whether red ink lies in a box that is no part of a larger mark. */
    private boolean hasLooseRed(FormBox box, Differences differences) {
        Window inside = Window.about(box, 0, 0, page.width(), page.height());
        Window window = differences.window();
        int loose = 0;
        for (int y = 0, i = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++, i++) {
                if (differences.red().values()[i] > RED
                        && inside.holds(window.left() + x, window.top() + y)
                        && !page.redMarks(window.left() + x, window.top() + y)) {
                    loose++;
                }
            }
        }
        return loose >= FEWEST_RED;
    }

    private boolean isSaturated(FormBox box) {
        return lightReason(box) == Reason.GLARE;
    }

    /** Why print cannot be told from paper in a box. */
    private Reason lightReason(FormBox box) {
        Window window = Window.about(box, 0, 0, page.width(), page.height());
        float lightest = 0;
        float darkest = 255;
        for (int y = window.top(); y < window.top() + window.height(); y += Light.BLOCK / 4) {
            for (int x = window.left(); x < window.left() + window.width(); x += Light.BLOCK / 4) {
                lightest = Math.max(lightest, page.paperLevel(x, y));
                darkest = Math.min(darkest, page.paperLevel(x, y));
            }
        }
        if (lightest >= SATURATED) {
            return Reason.GLARE;
        }
        return darkest < DARK ? Reason.DARK : Reason.BLURRED;
    }

    private static ValueReading undecided(FormBox box, Reason reason) {
        return new ValueReading(box, Outcome.UNDECIDED, reason, List.of(whole(box)), 0, 0);
    }

    private static Region whole(FormBox box) {
        return new Region(box.x(), box.y(), box.width(), box.height());
    }
}
