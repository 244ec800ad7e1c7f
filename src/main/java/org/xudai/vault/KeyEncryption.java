package org.xudai.vault;

import java.util.Set;

/** Port to where the key-encryption keys are: a file, or the bank's key management system. */
interface KeyEncryption {

    /** Id of the key that wraps. */
    String currentId();

    /** Ids of all keys there are. */
    Set<String> ids();

    /** Wraps a data key under the current key, bound to its owner. */
    WrappedKey wrap(byte[] dataKey, String owner);

    /**
     * Unwraps a data key.
     *
     * @throws VaultFault where the key is not there, is another key of the same id, or the bytes were changed or belong to
     *     another owner
     */
    byte[] unwrap(WrappedKey wrapped, String owner);
}
