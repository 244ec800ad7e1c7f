package org.xudai.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.bankseal.BankSignature;
import org.xudai.kernel.Sha256;

/**
 * What is left of something that was erased.
 *
 * @param id identity
 * @param kind what it was
 * @param subject case number or customer number
 * @param due which clock had run out, and when
 * @param beganAt when its first byte went
 * @param endedAt when its last byte had gone; null while the erasure is under way
 * @param certificate the certificate, JSON in UTF-8; null while under way
 * @param certificateHash SHA-256 of the certificate, as the record keeps it
 * @param signature the bank's signature over the certificate; null while under way, and where a release before ended it
 */
public record Erasure(
        UUID id,
        Kind kind,
        String subject,
        Due due,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String certificate,
        @Nullable Sha256 certificateHash,
        @Nullable BankSignature signature) {

    /** What can be erased. */
    public enum Kind {
        CASE,
        BORROWER
    }
}
