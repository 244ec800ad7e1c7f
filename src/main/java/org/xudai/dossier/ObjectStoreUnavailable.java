package org.xudai.dossier;

/** The object store gave no usable answer: nothing was received, try again. */
public class ObjectStoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectStoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
