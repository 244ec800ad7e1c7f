package org.xudai.testing;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 endpoint in this process, keeping its objects in a directory. */
public final class ObjectStoreServer implements RunningStore {

    static final String ACCESS_KEY = "xudai";
    static final String SECRET_KEY = "xudai-secret";

    private final S3Proxy server;

    public ObjectStoreServer(Path directory) {
        this.server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                // a store that goes away waits for nobody, and each wait would cost a test two seconds
                .stopTimeout(0)
                .build();
    }

    /** Starts listening on a free port of 127.0.0.1. */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the object store did not start", e);
        }
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public String accessKey() {
        return ACCESS_KEY;
    }

    public String secretKey() {
        return SECRET_KEY;
    }

    /** Stops listening; the objects stay. */
    @Override
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the object store did not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
