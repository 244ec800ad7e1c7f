package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.xudai.forms.FormBox;
import org.xudai.intake.PageComparer.Straightened;
import org.xudai.intake.check.ComparedBox;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.check.ReadMarks;
import org.xudai.intake.check.ReadValue;
import org.xudai.intake.check.StrayPlace;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.PageComparison;
import org.xudai.intake.compare.Quality;
import org.xudai.intake.compare.Registration;
import org.xudai.intake.compare.Spot;
import org.xudai.intake.compare.StraightPage;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.marks.BoxMarks;
import org.xudai.intake.marks.MarkReader;

/**
 * Measures what the node is to judge of a page.
 *
 * @param page number of the picture in its file, from 1
 * @param code the page code in it
 * @param sheet the page that the code names
 */
record Measuring(int page, FoundCode code, IssuedPage sheet) {

    /** Every so many pixels one is asked whether the picture shows it. */
    private static final int STEP = 4;

    /** Measures a page of paper. */
    ComparedPage onPaper(BufferedImage picture, Straightened straightened) {
        PageComparison comparison = PageComparison.of(picture, code.place(), sheet);
        StraightPage straight = comparison.page();
        if (straight == null) {
            return ComparedPage.notFound(page, code.text(), false);
        }
        straightened.page(straight.picture());
        Quality quality = Objects.requireNonNull(comparison.quality());
        Map<FormBox, ReadMarks> marks = new HashMap<>();
        for (BoxMarks read : MarkReader.read(straight).boxes()) {
            marks.put(read.box(), new ReadMarks(read.answer(), read.kinds(), read.penShare()));
        }
        Map<FormBox, ReadValue> values = values(comparison);
        List<ComparedBox> boxes = sheet.layout().boxes().stream()
                .map(box -> new ComparedBox(
                        box.name(),
                        straight.shownShare(box),
                        inPicture(comparison, box),
                        !quality.glaring().contains(box) && !quality.shadowed().contains(box),
                        values.get(box),
                        marks.get(box),
                        false))
                .toList();
        return measured(false, comparison, boxes, quality.blur(), stray(comparison));
    }

    /**
     * Measures a page that a program drew, otherwise than it was issued: smaller, or with another margin.
     *
     * @param altered values that are known to be others
     * @param typed names of the fields that something was typed into
     */
    ComparedPage drawn(BufferedImage picture, Set<FormBox> altered, Set<String> typed) {
        PageComparison comparison = PageComparison.of(picture, code.place(), sheet);
        StraightPage straight = comparison.page();
        if (straight == null) {
            return ComparedPage.notFound(page, code.text(), true);
        }
        Map<FormBox, ReadValue> values = values(comparison);
        altered.forEach(box -> values.put(box, ReadValue.REPLACED));
        List<ComparedBox> boxes = sheet.layout().boxes().stream()
                .map(box -> new ComparedBox(
                        box.name(),
                        straight.shownShare(box),
                        inPicture(comparison, box),
                        true,
                        values.get(box),
                        null,
                        typed.contains(box.name())))
                .toList();
        return measured(true, comparison, boxes, 0, List.of());
    }

    private ComparedPage measured(
            boolean drawn, PageComparison comparison, List<ComparedBox> boxes, double blur, List<StrayPlace> stray) {
        Registration place = comparison.registration();
        return new ComparedPage(
                page,
                code.text(),
                drawn,
                true,
                new ComparedPage.Sharpness(place.dpi(), blur),
                place.highResidual(),
                shown(Objects.requireNonNull(comparison.page())),
                place.inPicture(0, 0, sheet.layout().width(), sheet.layout().height()),
                boxes,
                stray);
    }

    private static List<Spot> inPicture(PageComparison comparison, FormBox box) {
        return comparison.registration().inPicture(box.x(), box.y(), box.width(), box.height());
    }

    private static Map<FormBox, ReadValue> values(PageComparison comparison) {
        Map<FormBox, ReadValue> values = new HashMap<>();
        for (ValueReading reading : comparison.values()) {
            values.put(reading.box(), new ReadValue(reading.outcome(), reading.reason()));
        }
        return values;
    }

    private static List<StrayPlace> stray(PageComparison comparison) {
        return comparison.stray().stream()
                .limit(ComparedPage.MOST_STRAY)
                .map(region -> new StrayPlace(
                        region,
                        comparison.registration().inPicture(region.x(), region.y(), region.width(), region.height())))
                .toList();
    }

    private static double shown(StraightPage page) {
        int shown = 0;
        int all = 0;
        for (int y = 0; y < page.height(); y += STEP) {
            for (int x = 0; x < page.width(); x += STEP) {
                shown += page.shows(x, y) ? 1 : 0;
                all++;
            }
        }
        return (double) shown / Math.max(1, all);
    }
}
