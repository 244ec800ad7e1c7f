package org.xudai.testing;

import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.net.URI;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.utility.DockerImageName;

/** A MinIO server, or a fork of it, in a container that one test has at a time; the next one finds it empty. */
final class ContainerStore implements RunningStore {

    private static final String BUCKET = "xudai";
    private static final Deque<MinIOContainer> FREE = new ConcurrentLinkedDeque<>();

    private final MinIOContainer container;
    private final URI endpoint;

    private ContainerStore(MinIOContainer container) {
        this.container = container;
        this.endpoint = URI.create(container.getS3URL());
    }

    /** Starts it from the image that {@code containers.store} names, or takes one that was given back. */
    static ContainerStore started() {
        MinIOContainer free = FREE.poll();
        return new ContainerStore(Objects.requireNonNullElseGet(free, ContainerStore::start));
    }

    private static MinIOContainer start() {
        MinIOContainer container = new MinIOContainer(DockerImageName.parse(System.getProperty("containers.store"))
                        .asCompatibleSubstituteFor("minio/minio"))
                .withUserName(ObjectStoreServer.ACCESS_KEY)
                .withPassword(ObjectStoreServer.SECRET_KEY);
        container.start();
        return container;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void close() {
        if (!container.isRunning()) {
            return;
        }
        try {
            empty();
            FREE.add(container);
        } catch (MinioException e) {
            stop();
        }
    }

    private void empty() throws MinioException {
        MinioClient client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .credentials(ObjectStoreServer.ACCESS_KEY, ObjectStoreServer.SECRET_KEY)
                .build();
        if (!client.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build())) {
            return;
        }
        for (Result<Item> found : client.listObjects(ListObjectsArgs.builder()
                .bucket(BUCKET)
                .recursive(true)
                .includeVersions(true)
                .build())) {
            Item item = found.get();
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(BUCKET)
                    .object(item.objectName())
                    .versionId(item.versionId())
                    .bypassGovernanceMode(true)
                    .build());
        }
        client.removeBucket(RemoveBucketArgs.builder().bucket(BUCKET).build());
    }
}
