package org.xudai.intake.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final int SAMPLES = 8;

    /** Full pixels of ink in one place that are an alteration: see docs/adr/0016. */
    private static final double MOST_EXTRA = 6;

    private static final double MOST_MISSING = 6;
    private static final double MOST_BOTH = 8;

    /** Up to so many times as much is too little to call it altered. */
    private static final double FAINT = 1.3;

    /** As {@code FAINT}, of print alone that is gone: dense signs grow pale on a messenger's photos. */
    private static final double PALE = 1.8;

    /** A date, or an amount of some thousands, has so many figures at least. */
    private static final int FEWEST_FIGURES = 6;

    /** So many times as much, of one side alone, neither bent paper nor red ink comes to. */
    private static final double MUCH = 3;

    private static final double ONE_SIDED = 0.2;

    private static final double LEAST_TOLD = 0.6;

    /** What laying a value straight takes away more than so much of was bent paper, not ink. */
    private static final double MOSTLY = 0.6;

    /** Pixels an inch of paper below which differences have to be larger, by the square of it. */
    private static final double FINE = 95;

    /** So many values altered, and less than half of all agree: it is the picture, not the paper. */
    private static final int MANY = 4;

    private static final double LEAST_SHOWN = 0.99;

    /** Least blackness of print, and as a share of the page's: below it nothing is said. */
    private static final double LEAST_CONTRAST = 0.2;

    private static final double LEAST_SHARE = 0.4;

    /** Pixels that hang together and are no writing any more: 1.2 cm². */
    private static final int SOLID = 7440;

    private static final double SOLID_SHARE = 0.5;
    private static final float RED = 0.4f;
    private static final int FEWEST_RED = 30;
    private static final double MOST_UNDER_RED = 0.3;

    private final StraightPage page;
    private final List<FormBox> boxes;
    private final double[] usual;
    private final double coarse;

    private final Figures figures = new Figures(this::printedFigures);

    /** Models of the boxes by which the page's way of showing print was learnt, until they are read. */
    private final Map<FormBox, PrintModel> learnt = new HashMap<>();

    /** What glare washes out of the boxes that were read. */
    private final Map<FormBox, WashedOut> washed = new HashMap<>();

    Redline(StraightPage page) {
        this.page = page;
        this.boxes = page.issued().boxes(FormBox.Kind.VALUE);
        this.usual = usual();
        double ratio = Math.max(1, FINE / page.dpi());
        this.coarse = ratio * ratio;
    }

    List<ValueReading> readings() {
        List<ValueReading> readings =
                underLamp(boxes.stream().map(this::reading).toList());
        return count(readings, Outcome.ALTERED) < MANY || 2 * count(readings, Outcome.NOTHING_FOUND) >= readings.size()
                ? readings
                : readings.stream().map(this::doubted).toList();
    }

    private static long count(List<ValueReading> readings, Outcome outcome) {
        return readings.stream().filter(reading -> reading.outcome() == outcome).count();
    }

    /** Under a lamp no value is passed whose place may hide a figure. */
    private List<ValueReading> underLamp(List<ValueReading> readings) {
        boolean lamp = washed.values().stream().anyMatch(WashedOut::pale)
                || readings.stream().anyMatch(reading -> reading.reason() == Reason.GLARE);
        return readings.stream()
                .map(reading -> lamp && reading.outcome() == Outcome.NOTHING_FOUND && hidesAFigure(reading.box())
                        ? undecided(reading.box(), Reason.GLARE)
                        : reading)
                .toList();
    }

    private boolean hidesAFigure(FormBox box) {
        WashedOut seen = washed.get(box);
        return seen != null && seen.hidesAFigure();
    }

    /** What is said of a value where most of the page's differ. */
    private ValueReading doubted(ValueReading reading) {
        Reason reason = coarse > 1 ? Reason.BLURRED : Reason.BENT;
        return reading.outcome() != Outcome.ALTERED ? reading : reading.undecided(reason);
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
            PrintModel model = new PrintModel(page.printIn(window), page.inkIn(window, 0, 0));
            model.addTo(normal);
            learnt.put(boxes.get(i), model);
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
        ValueReading straight = reading(box, 0, 0, Askew.NOT);
        if (straight.outcome() != Outcome.ALTERED) {
            return straight;
        }
        Displaced displaced = Displaced.of(page, box);
        if (!displaced.isClear()) {
            return laidStraight(straight);
        }
        ValueReading moved = reading(box, displaced.across(), displaced.down(), Askew.NOT);
        return moved.outcome() != Outcome.ALTERED || isMuch(moved) ? moved : moved.undecided(Reason.BENT);
    }

    /** What is said of an altered value when it is laid straight once more by its own print. */
    private ValueReading laidStraight(ValueReading straight) {
        FormBox box = straight.box();
        Window window = context(box);
        Window inner = Window.about(box, RIM, RIM, page.width(), page.height()).within(window);
        Askew askew = Askew.of(page.printIn(window), page.inkIn(window, 0, 0), inner, usual);
        if (!askew.isClear()) {
            return straight;
        }
        ValueReading laid = reading(box, 0, 0, askew);
        if (laid.outcome() != Outcome.ALTERED) {
            return laid;
        }
        boolean mostlyBent = laid.extra() + laid.missing() < MOSTLY * (straight.extra() + straight.missing());
        return mostlyBent && !isMuch(laid) ? laid.undecided(Reason.BENT) : straight;
    }

    private ValueReading reading(FormBox box, int across, int down, Askew askew) {
        Window window = context(box);
        PrintModel kept = across == 0 && down == 0 ? learnt.remove(box) : null;
        PrintModel model = kept == null
                ? new PrintModel(page.printIn(window), askew.laid(page.inkIn(window, across, down)))
                : kept;
        double[] here = model.fitted(usual);
        double contrast = PrintModel.contrast(here);
        if (contrast < Math.max(LEAST_CONTRAST, LEAST_SHARE * PrintModel.contrast(usual))) {
            return undecided(box, WashedOut.reason(page, box));
        }
        Field red = askew.laid(page.redIn(window, across, down));
        Window inner = Window.about(box, RIM, RIM, page.width(), page.height());
        Field print = model.predicted(here);
        Differences differences =
                Differences.of(window, model.seen(), print, red, page.dpi()).in(inner);
        ValueReading judged = judged(box, CellRules.without(box, differences, page));
        double blackness = contrast / PrintModel.contrast(usual);
        washed.put(box, WashedOut.of(page::glaresAt, inner, window, model.seen(), print, blackness));
        boolean chopped = page.hasBlueChop(inner);
        if (!chopped && differences.redPixels(inner) < FEWEST_RED) {
            return withFigures(judged, model.seen(), print, here);
        }
        if (judged.outcome() != Outcome.ALTERED) {
            return judged;
        }
        Differences beside = differences.beside(chopped ? askew.laid(page.blueChopsIn(window, across, down)) : red);
        ValueReading left = judged(box, CellRules.without(box, beside, page));
        return left.outcome() == Outcome.ALTERED || (!chopped && isMuch(judged))
                ? judged
                : judged.undecided(chopped ? Reason.CHOP : Reason.RED_INK);
    }

    /** Whether so much ink was added, or so much print is gone, that only a pen does it: print that lies askew is both. */
    private static boolean isMuch(ValueReading reading) {
        double more = Math.max(reading.extra(), reading.missing());
        double less = Math.min(reading.extra(), reading.missing());
        return more >= MUCH * MOST_EXTRA && less < ONE_SIDED * more;
    }

    /** A value that agrees or differs faintly is altered where one of its figures is another. */
    private ValueReading withFigures(ValueReading judged, Field seen, Field predicted, double[] here) {
        FormBox box = judged.box();
        boolean faint = judged.reason() == Reason.FAINT;
        boolean pale = judged.extra() < judged.missing() && WashedOut.reason(page, box) == Reason.GLARE;
        if (pale || (!faint && judged.reason() != Reason.AGREES)) {
            return judged;
        }
        Window inner = Window.about(box, RIM, RIM, page.width(), page.height());
        List<PrintedFigure> issued = PrintedFigure.in(page.printIn(inner), inner);
        return figures.swapped(context(box), seen, predicted, here, issued, faint)
                .map(where -> new ValueReading(
                        box, Outcome.ALTERED, Reason.REPLACED, List.of(where), judged.extra(), judged.missing()))
                .orElse(judged);
    }

    /** The figures in and about all values. */
    private List<PrintedFigure> printedFigures() {
        return boxes.stream()
                .map(this::context)
                .flatMap(window -> PrintedFigure.in(page.printIn(window), window).stream())
                .toList();
    }

    private ValueReading judged(FormBox box, Differences differences) {
        double extra = differences.most(differences.extra()) / coarse;
        double missing = differences.most(differences.missing()) / coarse;
        double both = differences.most(differences.extra(), differences.missing()) / coarse;
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
        if (extra < Math.max(MOST_EXTRA, missing) && WashedOut.reason(page, box) == Reason.GLARE) {
            return new ValueReading(box, Outcome.UNDECIDED, Reason.GLARE, where, extra, missing);
        }
        boolean pale = extra < MOST_EXTRA && missing >= MOST_MISSING && missing < PALE * MOST_MISSING;
        if ((pale && isOfSigns(box))
                || (extra < FAINT * MOST_EXTRA && missing < FAINT * MOST_MISSING && both < FAINT * MOST_BOTH)) {
            return new ValueReading(box, Outcome.UNDECIDED, Reason.FAINT, where, extra, missing);
        }
        Reason reason = extra < MOST_EXTRA && missing >= MOST_MISSING
                ? Reason.PRINT_GONE
                : missing >= MOST_MISSING ? Reason.REPLACED : Reason.ADDED_INK;
        return new ValueReading(box, Outcome.ALTERED, reason, where, extra, missing);
    }

    /** Whether a value is a name or a text, not a date or an amount. */
    private boolean isOfSigns(FormBox box) {
        Window inner = Window.about(box, RIM, RIM, page.width(), page.height());
        return PrintedFigure.in(page.printIn(inner), inner).size() < FEWEST_FIGURES;
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

    private static ValueReading undecided(FormBox box, Reason reason) {
        return new ValueReading(box, Outcome.UNDECIDED, reason, List.of(whole(box)), 0, 0);
    }

    private static Region whole(FormBox box) {
        return new Region(box.x(), box.y(), box.width(), box.height());
    }
}
