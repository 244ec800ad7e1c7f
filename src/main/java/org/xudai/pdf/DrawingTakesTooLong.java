package org.xudai.pdf;

/** Drawing a page was given up: it takes more time or room than any paper is worth. */
public class DrawingTakesTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DrawingTakesTooLong() {
        super("drawing was given up");
    }
}
