package org.xudai.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.xudai.kernel.Sha256;

/** Hashes and counts bytes on their way to the store, and stops a file over the limit. */
final class MeasuredStream extends FilterInputStream {

    private final MessageDigest digest = sha256();
    private final long limit;
    private long size;

    MeasuredStream(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    long size() {
        return size;
    }

    Sha256 hash() {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            size += read;
            if (size > limit) {
                throw new FileTooLarge(limit);
            }
            digest.update(buffer, offset, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
