package org.xudai.pdf;

import java.util.Set;

/**
 * What a received PDF is made of.
 *
 * @param readable whether it can be read at all
 * @param pages number of pages
 * @param active what in it can act, carry something or weigh down whoever opens it
 * @param signatures number of certificate signatures
 */
public record PdfFacts(boolean readable, int pages, Set<Active> active, int signatures) {

    /** Things a document has no business with. */
    public enum Active {
        ENCRYPTED,
        SCRIPT,
        LAUNCH,
        /** Sends something out, opens another file, or names an address of no web page. */
        LINK,
        /** An address of a web page or a mailbox, which somebody would have to click on. */
        WEB_LINK,
        XFA,
        ATTACHMENT,
        /** Unpacks to more than any paper needs. */
        BOMB
    }

    static PdfFacts damaged() {
        return new PdfFacts(false, 0, Set.of(), 0);
    }

    static PdfFacts encrypted() {
        return new PdfFacts(true, 0, Set.of(Active.ENCRYPTED), 0);
    }
}
