package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes to store.
 *
 * @param name name as sent
 * @param source opens the stream; read once
 */
public record Bytes(String name, Source source) {

    /** Opens a stream. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
