package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;

/** Objects by key. Each operation throws {@link ObjectStoreUnavailable} where the store gives no usable answer. */
interface ObjectStore {

    /** Writes a stream of unknown length in bounded memory. */
    void write(String key, InputStream bytes) throws IOException;

    /** The bytes from an offset on. */
    InputStream read(String key, long offset) throws IOException;

    /** Removes an object with every version the store may keep; one that is not there is fine. */
    void remove(String key);

    /** Removes every object under a prefix, with every version; gives how many objects and versions there were. */
    long removeAll(String prefix);

    /**
     * Shows every object under a prefix, page by page.
     *
     * @param each gets them in the order of their keys
     */
    void list(String prefix, Consumer<Listed> each);

    /** An object in a listing. */
    record Listed(String key, Instant writtenAt) {}
}
