package org.xudai.vault;

/** The data key of a case or borrower was destroyed: what it sealed is gone for good, and nothing new is sealed for it. */
public final class DataKeyDestroyed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DataKeyDestroyed(KeyOwner owner) {
        super("the data key of " + owner.name() + " was destroyed");
    }
}
