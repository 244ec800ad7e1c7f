package org.xudai.testing;

import java.net.URI;

/** A real S3 endpoint that a test has for itself; it takes {@link ObjectStoreServer#ACCESS_KEY} and its secret. */
public interface RunningStore extends AutoCloseable {

    URI endpoint();

    /** Takes it away, as a fault would; once more is fine. */
    void stop();

    /** Gives it back, stopped or not. */
    @Override
    void close();
}
