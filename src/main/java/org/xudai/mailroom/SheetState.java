package org.xudai.mailroom;

/** Where a page of a stack is. */
public enum SheetState {
    /** Its code names a case; it goes there once all pages are read. */
    READ,
    /** In a document of its case, by its code. */
    FILED,
    /** The case has these very bytes already. */
    TWICE,
    /** A person has to say where it belongs. */
    TRAY,
    /** In a document of a case, by a person. */
    ASSIGNED,
    /** A person found that it belongs to no case. */
    DISCARDED,
    /** Nothing is on it. */
    BLANK,
    /** It cannot be read; it has to be scanned again. */
    UNREADABLE
}
