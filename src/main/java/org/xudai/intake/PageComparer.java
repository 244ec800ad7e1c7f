package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xudai.intake.check.ComparedPage;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.pdf.IssuedPages;

/** Holds the pages in a picture against the pages that their codes name. One for each file. */
final class PageComparer {

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
     * Compares each page of paper whose code was found.
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
                IssuedPage rendered = rendered(pdf(sheet.get()), sheet.get());
                compared.add(new Measuring(page, code, rendered).onPaper(picture, straightened));
            }
        }
        return compared;
    }

    /**
     * Compares a page that a program drew.
     *
     * @param page its number in the file, from 1
     * @param picture the page as it looks, straight by nature
     * @throws IOException where an issued page cannot be had, or the file cannot be read any more
     */
    List<ComparedPage> compareDrawn(
            int page, BufferedImage picture, List<FoundCode> codes, DrawnFile file, Straightened straightened)
            throws IOException {
        List<ComparedPage> compared = new ArrayList<>();
        for (FoundCode code : codes) {
            Optional<IssuedSheet> sheet = issued.named(code.text());
            if (sheet.isPresent()) {
                byte[] pdf = pdf(sheet.get());
                straightened.page(picture);
                compared.add(
                        file.is(pdf)
                                ? DrawnPage.asIssued(page, code, sheet.get().layout())
                                : drawn(page, picture, code, sheet.get(), file));
            }
        }
        return compared;
    }

    private ComparedPage drawn(int page, BufferedImage picture, FoundCode code, IssuedSheet sheet, DrawnFile file)
            throws IOException {
        byte[] pdf = pdf(sheet);
        IssuedPage rendered = rendered(pdf, sheet);
        return new DrawnPage(page, code, rendered, renderings.fields(pdf)).in(file, picture);
    }

    private byte[] pdf(IssuedSheet sheet) throws IOException {
        byte[] pdf = forms.get(sheet.form());
        if (pdf == null) {
            pdf = issued.pdf(sheet);
            forms.put(sheet.form(), pdf);
        }
        return pdf;
    }

    private IssuedPage rendered(byte[] pdf, IssuedSheet sheet) throws IOException {
        return new IssuedPage(renderings.picture(pdf, sheet.page(), IssuedPage.DPI), sheet.layout());
    }
}
