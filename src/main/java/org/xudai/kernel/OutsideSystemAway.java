package org.xudai.kernel;

/** A system that is needed gave no usable answer: what was asked of us was not done, and may be asked again in a while. */
public abstract class OutsideSystemAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected OutsideSystemAway(String message) {
        super(message);
    }

    protected OutsideSystemAway(String message, Throwable cause) {
        super(message, cause);
    }
}
