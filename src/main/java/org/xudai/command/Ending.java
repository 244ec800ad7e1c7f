package org.xudai.command;

/** How a command ends. */
public enum Ending {
    /** All is as it should be. */
    GOOD(0),
    /** Something is not. */
    BAD(1),
    /** It could not be told. */
    NOT_TOLD(2);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    /** The worse of two. */
    public Ending and(Ending other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
