package org.xudai.retention;

import org.xudai.renewal.CaseState;

/** The clocks: what is kept, and from when on its time runs. */
public enum RetentionClock {
    /** The package of a renewed case, from the settlement of the new loan. */
    RENEWED,
    /** A case that the rules or the bank refused, from its end. */
    REFUSED,
    /** A case that was withdrawn, lapsed or ended with its old loan, from its end. */
    ABANDONED,
    /** What was only on its way into a case: answers in draft, links, codes and sessions; from the end of the case. */
    DRAFTS,
    /** A borrower of the loan book with his loans and parties, from the settlement of his last loan. */
    BORROWER,
    /** The report of an import, with the name of its file; from its beginning. */
    REPORTS,
    /** A stack of scans, with the pages that still wait for somebody; from its receipt. */
    STACKS;

    /**
     * The clock of a case that has ended.
     *
     * @throws IllegalArgumentException where a case in this state is still under way
     */
    static RetentionClock of(CaseState state) {
        return switch (state) {
            case RENEWED -> RENEWED;
            case NOT_ELIGIBLE, REFUSED -> REFUSED;
            case WITHDRAWN, LAPSED, SETTLED -> ABANDONED;
            case OPENED, COLLECTING, IN_INVESTIGATION, IN_REVIEW, IN_APPROVAL, AWAITING_TERMS, RENEWING ->
                throw new IllegalArgumentException("no clock runs for a case that is " + state);
        };
    }
}
