package org.xudai.nodes;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xudai.testing.ObjectStoreServer;

/** An object store; it can be copied over its own protocol while it works, and filled from a copy. */
final class Objects implements AutoCloseable {

    private static final String BUCKET = "xudai";

    private final ObjectStoreServer server;

    private Objects(ObjectStoreServer server) {
        this.server = server;
    }

    /** Starts a store in a directory, which is made. */
    static Objects in(Path directory) throws IOException {
        ObjectStoreServer server = new ObjectStoreServer(Files.createDirectories(directory));
        server.start();
        return new Objects(server);
    }

    int port() {
        return server.endpoint().getPort();
    }

    String accessKey() {
        return server.accessKey();
    }

    String secretKey() {
        return server.secretKey();
    }

    /** Its objects by key. */
    Map<String, byte[]> copy() {
        MinioClient client = client();
        Map<String, byte[]> objects = new LinkedHashMap<>();
        try {
            for (Result<Item> found : client.listObjects(
                    ListObjectsArgs.builder().bucket(BUCKET).recursive(true).build())) {
                String key = found.get().objectName();
                try (InputStream in = client.getObject(
                        GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
                    objects.put(key, in.readAllBytes());
                }
            }
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    /** Puts what a copy holds into this store. */
    void takeFrom(Map<String, byte[]> copy) {
        MinioClient client = client();
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            for (Map.Entry<String, byte[]> object : copy.entrySet()) {
                client.putObject(PutObjectArgs.builder()
                        .bucket(BUCKET)
                        .object(object.getKey())
                        .data(object.getValue(), object.getValue().length)
                        .build());
            }
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
    }

    private MinioClient client() {
        return MinioClient.builder()
                .endpoint(server.endpoint().toString())
                .credentials(accessKey(), secretKey())
                .region("us-east-1")
                .build();
    }

    @Override
    public void close() {
        server.stop();
    }
}
