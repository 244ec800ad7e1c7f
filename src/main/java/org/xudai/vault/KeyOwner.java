package org.xudai.vault;

import java.util.UUID;
import org.xudai.kernel.CaseNumber;

/**
 * Whose data key seals something: destroying the key erases all of it, in backups too.
 *
 * @param name {@code case/<case number>}, {@code borrower/<customer number>}, {@code shelf/<id>}, or
 *     {@code book}
 */
public record KeyOwner(String name) {

    /** What the acts on the loan book leave beside the record. */
    public static final KeyOwner BOOK = new KeyOwner("book");

    /** A case. */
    public static KeyOwner of(CaseNumber caseNumber) {
        return new KeyOwner("case/" + caseNumber.value());
    }

    /** What was received for no case, or for none yet, and is erased as a whole. */
    public static KeyOwner ofShelf(UUID shelf) {
        return new KeyOwner("shelf/" + shelf);
    }

    /** A borrower of the loan book, by his customer number (客户号). */
    public static KeyOwner ofBorrower(String customerNumber) {
        return new KeyOwner("borrower/" + customerNumber);
    }
}
