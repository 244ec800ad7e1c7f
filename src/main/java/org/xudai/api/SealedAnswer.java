package org.xudai.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer kept for a repeated call. It may hold a session's token or what a borrower typed, so it lies in the database
 * under AES-256-GCM with a key made of the caller's {@code Idempotency-Key}, which the database does not have.
 */
final class SealedAnswer {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedAnswer() {}

    /** An answer: media type and body. */
    record Answer(String contentType, String body) {}

    static String seal(Answer answer, String idempotencyKey, String id) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] plain = (answer.contentType() + "\n" + answer.body()).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, idempotencyKey, id);
        byte[] both = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(both);
    }

    static Answer open(String sealed, String idempotencyKey, String id) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        String plain = new String(crypt(Cipher.DECRYPT_MODE, nonce, rest, idempotencyKey, id), StandardCharsets.UTF_8);
        int end = plain.indexOf('\n');
        return new Answer(plain.substring(0, end), plain.substring(end + 1));
    }

    private static byte[] crypt(int mode, byte[] nonce, byte[] bytes, String idempotencyKey, String id) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256")
                    .digest(("xudai answer\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
        }
    }
}
