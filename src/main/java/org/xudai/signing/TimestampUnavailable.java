package org.xudai.signing;

/** No time stamp can be had now: there is no authority, or it does not answer. Nothing was signed. */
public final class TimestampUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TimestampUnavailable(String why, Throwable cause) {
        super(why, cause);
    }

    TimestampUnavailable(String why) {
        super(why);
    }
}
