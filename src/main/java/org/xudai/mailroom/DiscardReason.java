package org.xudai.mailroom;

/** Why a page belongs to no case. */
public enum DiscardReason {
    /** It is the same paper as another page. */
    DUPLICATE,
    /** Cover sheets, separators, advertising. */
    NO_MATERIAL,
    /** It belongs to other business of the bank, and was passed on outside. */
    OTHER_BUSINESS,
    /** Nobody can read it; it will be scanned again. */
    ILLEGIBLE
}
