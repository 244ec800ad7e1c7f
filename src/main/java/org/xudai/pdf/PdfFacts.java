package org.xudai.pdf;

import java.util.Set;

/**
 * What a received PDF is made of.
 *
 * @param readable whether it can be read at all
 * @param pages number of pages
 * @param active what in it can act or carry something
 * @param signatures number of certificate signatures
 * @param scanned whether its pages are mainly pictures
 */
public record PdfFacts(boolean readable, int pages, Set<Active> active, int signatures, boolean scanned) {

    /** Things a document has no business with. */
    public enum Active {
        ENCRYPTED,
        SCRIPT,
        LAUNCH,
        LINK,
        XFA,
        ATTACHMENT
    }

    static PdfFacts damaged() {
        return new PdfFacts(false, 0, Set.of(), 0, false);
    }

    static PdfFacts encrypted() {
        return new PdfFacts(true, 0, Set.of(Active.ENCRYPTED), 0, false);
    }
}
