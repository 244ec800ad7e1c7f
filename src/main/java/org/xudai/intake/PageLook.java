package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xudai.intake.LocalInspector.Pages;
import org.xudai.intake.PageCodeReader.Effort;
import org.xudai.intake.check.ComparedPage;

/** Looks at the pages of one file: reads their codes, compares them with what was issued, shows them. */
final class PageLook {

    private final PageCodeReader codes;
    private final PageComparer comparer;
    private final boolean form;
    private final Pages shown;
    private final int longest;
    private final List<Set<String>> texts = new ArrayList<>();
    private final List<ComparedPage> compared = new ArrayList<>();

    /**
     * @param form whether it may be a form come back
     * @param longest longest side of what is shown, in pixels
     */
    PageLook(PageCodeReader codes, PageComparer comparer, boolean form, Pages shown, int longest) {
        this.codes = codes;
        this.comparer = comparer;
        this.form = form;
        this.shown = shown;
        this.longest = longest;
    }

    /** The same page with more pixels. */
    interface Closer {
        BufferedImage picture() throws IOException;
    }

    /** Texts of the page codes, page by page. */
    List<Set<String>> texts() {
        return texts;
    }

    /** The pages that could be compared. */
    List<ComparedPage> compared() {
        return compared;
    }

    /** Looks at the next page. */
    void at(int page, BufferedImage picture) throws IOException {
        take(page, picture, picture, codes.read(picture, effort()));
    }

    /** Looks at the next page, and closer where no code is found. */
    void at(int page, BufferedImage picture, Closer closer) throws IOException {
        List<FoundCode> found = codes.read(picture, effort());
        if (form && found.isEmpty()) {
            BufferedImage larger = closer.picture();
            take(page, picture, larger, codes.read(larger, Effort.LITTLE));
        } else {
            take(page, picture, picture, found);
        }
    }

    /** Looks at the next page, which a program drew. */
    void drawn(int page, BufferedImage picture, DrawnFile file) throws IOException {
        List<FoundCode> found = codes.read(picture, form ? Effort.DRAWN : Effort.LITTLE);
        show(page, picture, found);
        if (form) {
            compared.addAll(comparer.compareDrawn(
                    page, picture, found, file, straight -> shown.straight(page, bounded(straight))));
        }
    }

    private Effort effort() {
        return form ? Effort.ALL : Effort.LITTLE;
    }

    private void take(int page, BufferedImage picture, BufferedImage read, List<FoundCode> found) throws IOException {
        show(page, picture, found);
        if (form) {
            compared.addAll(comparer.compare(page, read, found, straight -> shown.straight(page, bounded(straight))));
        }
    }

    private void show(int page, BufferedImage picture, List<FoundCode> found) {
        texts.add(found.stream().map(FoundCode::text).collect(Collectors.toSet()));
        shown.page(page, bounded(picture));
    }

    private BufferedImage bounded(BufferedImage picture) {
        return SmallerPicture.of(picture, longest);
    }
}
