package org.xudai.vault;

import org.xudai.kernel.OutsideSystemAway;

/**
 * The key management system gave no usable answer: it is away, sealed, or does not take the token. Nothing is known about the
 * key that was asked for, so this is never a {@link VaultFault}; the same works again once the system does.
 */
public final class KeyManagementUnavailable extends OutsideSystemAway {

    private static final long serialVersionUID = 1L;

    KeyManagementUnavailable(String message) {
        super(message);
    }

    KeyManagementUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
