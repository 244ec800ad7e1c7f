package org.xudai.intake.compare;

/** What a piece of a page can be found by. */
enum Texture {
    /** Nothing: bare paper. */
    BLANK,
    /** Vertical lines alone: where it lies across the page is seen, where down the page is not. */
    ACROSS,
    /** Horizontal lines alone. */
    DOWN,
    /** Enough for both. */
    BOTH
}
