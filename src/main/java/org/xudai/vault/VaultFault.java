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

    static VaultFault doesNotUnwrap(String owner, String keyId, Throwable cause) {
        return new VaultFault(
                "the data key of " + owner + " does not unwrap with key-encryption key " + keyId
                        + ": the key is another one than the one that wrapped it, or the row was changed",
                cause);
    }
}
