package org.xudai.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * The data key of a case or borrower. From its 256 bits two keys are derived (HKDF, RFC 5869): one seals columns
 * (AES-256-GCM), the other objects (Tink's AES256_GCM_HKDF_1MB).
 */
final class DataKey {

    private static final int LENGTH = 32;
    private static final int SEGMENT = 1 << 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Aead columns;
    private final AesGcmHkdfStreaming objects;

    DataKey(byte[] secret) {
        try {
            columns = new AesGcmJce(derived(secret, "xudai/columns"));
            objects = new AesGcmHkdfStreaming(derived(secret, "xudai/objects"), "HmacSha256", LENGTH, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new VaultFault("a data key is not usable", e);
        }
    }

    /** New secret bytes. */
    static byte[] random() {
        byte[] secret = new byte[LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }

    Aead columns() {
        return columns;
    }

    StreamingAead objects() {
        return objects;
    }

    /** How long an object gets by being sealed. */
    long sealedSize(long plainSize) {
        return objects.expectedCiphertextSize(plainSize);
    }

    private static byte[] derived(byte[] secret, String use) throws GeneralSecurityException {
        return Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], use.getBytes(StandardCharsets.US_ASCII), LENGTH);
    }
}
