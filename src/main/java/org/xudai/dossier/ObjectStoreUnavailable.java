package org.xudai.dossier;

import org.xudai.kernel.OutsideSystemAway;

/** The object store gave no usable answer: nothing was received, try again. */
public class ObjectStoreUnavailable extends OutsideSystemAway {

    private static final long serialVersionUID = 1L;

    public ObjectStoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
