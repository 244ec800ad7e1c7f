package org.xudai.kernel;

/** Way of signing (签署方式). The three are shown apart and never called by each other's name. */
public enum SigningWay {
    /** Ink on paper, returned as a photo or scan. */
    WET_INK,
    /** Drawn on the screen and confirmed with a one-time code. */
    DRAWN_WITH_CODE,
    /** A certificate signature in the PDF. */
    CERTIFICATE
}
