package org.xudai.mailroom;

/** Why a person has to look at a page. */
public enum TrayReason {
    /** No page code is on it, or none that can be read. */
    NO_CODE,
    /** A code on it was not made by this bank. */
    FORGED,
    /** More than one page is on it. */
    SEVERAL,
    /** Its case has ended. */
    CASE_ENDED,
    /** Its case is not kept any more. */
    CASE_GONE,
    /** A branch scanned it that has no right to its case. */
    OTHER_BRANCH,
    /** It is larger than a document may be. */
    TOO_LARGE,
    /** Its case did not take it, however often nodes tried. */
    NOT_FILED
}
