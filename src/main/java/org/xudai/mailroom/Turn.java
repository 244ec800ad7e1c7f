package org.xudai.mailroom;

/** How a person turns a page to read it. Its bytes stay as they are. */
public enum Turn {
    /** A quarter to the left. */
    LEFT(270),
    /** A quarter to the right. */
    RIGHT(90);

    private final int degrees;

    Turn(int degrees) {
        this.degrees = degrees;
    }

    /** Clockwise. */
    int degrees() {
        return degrees;
    }
}
