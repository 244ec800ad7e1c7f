package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xudai.intake.check.ComparedBox;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.PageComparison;
import org.xudai.intake.compare.Registration;
import org.xudai.intake.compare.StraightPage;
import org.xudai.pdf.IssuedPages;

/** Holds the pages in a picture against the pages that their codes name. One for each file. */
final class PageComparer {

    /** Every so many pixels one is asked whether the picture shows it. */
    private static final int STEP = 4;

    private final IssuedSource issued;
    private final IssuedPages renderings;
    private final Map<String, byte[]> forms = new HashMap<>();

    PageComparer(IssuedSource issued, IssuedPages renderings) {
        this.issued = issued;
        this.renderings = renderings;
    }

    /** Takes a page that was laid straight. */
    interface Straightened {
        void page(BufferedImage picture);
    }

    /**
     * Compares each page whose code was found.
     *
     * @param page number of the picture in its file, from 1
     * @throws IOException where an issued page cannot be had
     */
    List<ComparedPage> compare(int page, BufferedImage picture, List<FoundCode> codes, Straightened straightened)
            throws IOException {
        List<ComparedPage> compared = new ArrayList<>();
        for (FoundCode code : codes) {
            Optional<IssuedSheet> sheet = issued.named(code.text());
            if (sheet.isPresent()) {
                compared.add(compare(page, picture, code, rendered(sheet.get()), straightened));
            }
        }
        return compared;
    }

    private IssuedPage rendered(IssuedSheet sheet) throws IOException {
        byte[] pdf = forms.get(sheet.form());
        if (pdf == null) {
            pdf = issued.pdf(sheet);
            forms.put(sheet.form(), pdf);
        }
        return new IssuedPage(renderings.picture(pdf, sheet.page(), IssuedPage.DPI), sheet.layout());
    }

    private static ComparedPage compare(
            int page, BufferedImage picture, FoundCode code, IssuedPage sheet, Straightened straightened) {
        PageComparison comparison = PageComparison.of(picture, code.place(), sheet);
        StraightPage straight = comparison.page();
        if (straight == null) {
            return ComparedPage.notFound(page, code.text());
        }
        straightened.page(straight.picture());
        Registration place = comparison.registration();
        List<ComparedBox> boxes = sheet.layout().boxes().stream()
                .map(box -> new ComparedBox(
                        box.name(),
                        straight.shownShare(box),
                        place.inPicture(box.x(), box.y(), box.width(), box.height())))
                .toList();
        return new ComparedPage(
                page,
                code.text(),
                true,
                place.dpi(),
                place.highResidual(),
                shown(straight),
                place.inPicture(0, 0, sheet.layout().width(), sheet.layout().height()),
                boxes);
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
