package org.xudai.dossier;

import org.xudai.kernel.Sha256;

/**
 * Bytes on a shelf.
 *
 * @param key key in the object store
 * @param size bytes
 * @param sha256 hash of the bytes as received
 */
public record ShelvedObject(String key, long size, Sha256 sha256) {}
