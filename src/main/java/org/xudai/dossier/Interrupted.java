package org.xudai.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers what went wrong at the source, so that it is not taken for a fault of the store. */
final class Interrupted extends FilterInputStream {

    private @Nullable IOException failure;
    private @Nullable FileTooLarge tooLarge;

    Interrupted(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        } catch (FileTooLarge e) {
            tooLarge = e;
            throw e;
        }
    }

    /** Throws what the source threw, if it did. */
    void rethrow() throws IOException {
        if (tooLarge != null) {
            throw tooLarge;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
