package org.xudai.vault;

import java.io.IOException;
import java.io.InputStream;

/** The sealed bytes of an object, wherever they lie. */
@FunctionalInterface
public interface SealedObject {

    /** The bytes from an offset to the end; may be asked several times. */
    InputStream from(long offset) throws IOException;
}
