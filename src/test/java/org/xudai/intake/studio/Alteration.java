package org.xudai.intake.studio;

/** Ways to make a printed value say something else. */
public enum Alteration {
    /** Another figure written over a printed one. */
    OVERWRITTEN_DIGIT,
    /** A stroke or two that make one figure another: 1 to 4 or 7, 3 to 8, 0 to 6 or 8. */
    PEN_STROKE,
    /** White paint, and other figures on it. */
    CORRECTION_FLUID,
    /** The value struck through and another written over it. */
    HANDWRITTEN_OVER,
    /** A figure more: before, between or behind the printed ones. */
    INSERTED_DIGIT,
    /** Other words or figures in the same print, as from another file. */
    SWAPPED_WORDS
}
