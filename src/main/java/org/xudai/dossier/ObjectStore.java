package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;

/** Objects by key. Each operation throws {@link ObjectStoreUnavailable} where the store gives no usable answer. */
interface ObjectStore {

    /** Writes a stream of unknown length in bounded memory. */
    void write(String key, InputStream bytes) throws IOException;

    /** The bytes from an offset on. */
    InputStream read(String key, long offset) throws IOException;

    /** Removes an object; one that is not there is fine. */
    void remove(String key);
}
