package org.xudai.vault;

/**
 * A data key as it is stored.
 *
 * @param keyId id of the key-encryption key
 * @param bytes the wrapped key
 */
record WrappedKey(String keyId, byte[] bytes) {}
