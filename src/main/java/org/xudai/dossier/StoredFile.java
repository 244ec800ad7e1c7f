package org.xudai.dossier;

import org.xudai.kernel.Sha256;

/**
 * One file of a document: several photos can make one document.
 *
 * @param sequence from 1
 * @param name name as sent, for people; never trusted
 * @param contentType by content once inspected, else {@code application/octet-stream}
 * @param size bytes
 * @param sha256 hash of the bytes as received
 * @param objectKey key in the object store
 */
public record StoredFile(int sequence, String name, String contentType, long size, Sha256 sha256, String objectKey) {}
