package org.xudai.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Seals a stream while it is read, in memory for two segments of one mebibyte. */
final class SealingStream extends InputStream {

    private static final int CHUNK = 64 * 1024;

    private final InputStream plain;
    private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    private final OutputStream sealer;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] ready = {};
    private int taken;
    private boolean ended;

    SealingStream(StreamingAead key, byte[] associated, InputStream plain) throws IOException {
        this.plain = plain;
        try {
            sealer = key.newEncryptingStream(sealed, associated);
        } catch (GeneralSecurityException e) {
            throw new VaultFault("an object cannot be sealed", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (taken == ready.length) {
            if (ended) {
                return -1;
            }
            seal();
        }
        int count = Math.min(length, ready.length - taken);
        System.arraycopy(ready, taken, buffer, offset, count);
        taken += count;
        return count;
    }

    private void seal() throws IOException {
        int count = plain.read(chunk);
        if (count < 0) {
            sealer.close();
            ended = true;
        } else {
            sealer.write(chunk, 0, count);
        }
        ready = sealed.toByteArray();
        taken = 0;
        sealed.reset();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
