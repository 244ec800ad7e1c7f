package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes to store.
 *
 * @param name name as sent; what cannot be kept or shown is left out of it, and what is over 200 characters
 * @param source opens the stream; read once
 */
public record Bytes(String name, Source source) {

    private static final int LONGEST_NAME = 200;

    public Bytes {
        String visible = name.replaceAll("\\p{Cc}|\\p{Cs}", "");
        int kept = Math.min(LONGEST_NAME, visible.codePointCount(0, visible.length()));
        name = visible.substring(0, visible.offsetByCodePoints(0, kept));
    }

    /** Opens a stream. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
