package org.xudai.vault;

/** Something sealed does not open: a key is missing or wrong, or what was stored was changed. The message names no content. */
public final class VaultFault extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    VaultFault(String message) {
        super(message);
    }

    VaultFault(String message, Throwable cause) {
        super(message, cause);
    }
}
