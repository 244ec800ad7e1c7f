package org.xudai.vault;

import org.xudai.kernel.CaseNumber;

/**
 * Whose data key seals something: destroying the key erases all of it, in backups too.
 *
 * @param name {@code case/<case number>}, {@code borrower/<customer number>}, or {@code book}
 */
public record KeyOwner(String name) {

    /** What the acts on the loan book leave beside the record. */
    public static final KeyOwner BOOK = new KeyOwner("book");

    /** A case. */
    public static KeyOwner of(CaseNumber caseNumber) {
        return new KeyOwner("case/" + caseNumber.value());
    }

    /** A borrower of the loan book, by his customer number (客户号). */
    public static KeyOwner ofBorrower(String customerNumber) {
        return new KeyOwner("borrower/" + customerNumber);
    }
}
