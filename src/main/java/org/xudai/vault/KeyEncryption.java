package org.xudai.vault;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Port to where the key-encryption keys are: a file, or the bank's key management system. Many keys are wrapped and unwrapped
 * by one question, by the names of their owners. Every method throws {@link KeyManagementUnavailable} where a system outside
 * gives no usable answer.
 */
interface KeyEncryption {

    /** Id of the key that wraps. */
    String currentId();

    /** Ids of all keys there are. */
    Set<String> ids();

    /** Whether a key with this id would be here, whether or not it still is. */
    boolean isPlaceOf(String keyId);

    /** Wraps data keys under the current key, each bound to its owner. */
    Map<String, WrappedKey> wrap(Map<String, byte[]> dataKeys);

    /**
     * Unwraps data keys.
     *
     * @throws VaultFault where a key is not there, is another key of the same id, or the bytes were changed or belong to
     *     another owner
     */
    Map<String, byte[]> unwrap(Map<String, WrappedKey> wrapped);

    /** Wraps one data key. */
    default WrappedKey wrap(byte[] dataKey, String owner) {
        return Objects.requireNonNull(wrap(Map.of(owner, dataKey)).get(owner));
    }

    /** Unwraps one data key, as {@link #unwrap(Map)} does. */
    default byte[] unwrap(WrappedKey wrapped, String owner) {
        return Objects.requireNonNull(unwrap(Map.of(owner, wrapped)).get(owner));
    }

    /** What a wrapped key is bound to: it opens for no other owner. */
    static String bound(String owner) {
        return "data-key/" + owner;
    }
}
