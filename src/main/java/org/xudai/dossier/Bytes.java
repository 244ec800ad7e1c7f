package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to store.
 *
 * @param name name as sent; what cannot be kept or shown is left out of it, and what is over 200 characters
 * @param source opens the stream; read once
 */
public record Bytes(String name, Source source) {

    private static final int LONGEST_NAME = 200;

    public Bytes {
        String visible = name.replaceAll("\\p{Cc}|\\p{Cs}", "").strip();
        int kept = Math.min(LONGEST_NAME, visible.codePointCount(0, visible.length()));
        name = visible.substring(0, visible.offsetByCodePoints(0, kept));
    }

    /** What came under a name that the sender may have left out. */
    public static Bytes sent(@Nullable String name, Source source) {
        return new Bytes(name == null ? "" : name, source);
    }

    /** Opens a stream. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
