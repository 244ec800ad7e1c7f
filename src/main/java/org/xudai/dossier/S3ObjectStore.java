package org.xudai.dossier;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.springframework.stereotype.Component;

/** The store behind the S3 protocol. Objects are only ever created: {@code If-None-Match: *} refuses a second write. */
@Component
class S3ObjectStore implements ObjectStore {

    /** Smallest part S3 takes: the memory an upload of unknown length needs. */
    private static final long PART = 5L * 1024 * 1024;

    private final MinioClient client;
    private final StoreSettings settings;
    private final AtomicBoolean bucketKnown = new AtomicBoolean();

    S3ObjectStore(StoreSettings settings) {
        this.settings = settings;
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .build();
        this.client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http, true)
                .build();
    }

    @Override
    public void write(String key, InputStream bytes) throws IOException {
        Interrupted source = new Interrupted(bytes);
        try {
            makeBucket();
            client.putObject(
                    PutObjectArgs.builder()
                            .bucket(settings.bucket())
                            .object(key)
                            .headers(Map.of("If-None-Match", "*"))
                            .stream(source, -1L, PART)
                            .build());
        } catch (MinioException e) {
            source.rethrow();
            throw unavailable(e);
        } catch (IllegalStateException e) {
            // the client wraps what the source throws
            source.rethrow();
            throw e;
        }
    }

    @Override
    public InputStream read(String key, long offset) {
        try {
            return client.getObject(GetObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(key)
                    .offset(offset)
                    .build());
        } catch (MinioException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void remove(String key) {
        try {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(key)
                    .build());
        } catch (MinioException e) {
            throw unavailable(e);
        }
    }

    /** Whether the store answers. */
    boolean answers() {
        try {
            makeBucket();
            return client.bucketExists(
                    BucketExistsArgs.builder().bucket(settings.bucket()).build());
        } catch (MinioException e) {
            return false;
        }
    }

    private void makeBucket() throws MinioException {
        if (bucketKnown.get()) {
            return;
        }
        var exists = BucketExistsArgs.builder().bucket(settings.bucket()).build();
        if (!client.bucketExists(exists)) {
            try {
                client.makeBucket(
                        MakeBucketArgs.builder().bucket(settings.bucket()).build());
            } catch (ErrorResponseException e) {
                // another node made it in the meantime
                if (!client.bucketExists(exists)) {
                    throw e;
                }
            }
        }
        bucketKnown.set(true);
    }

    private static ObjectStoreUnavailable unavailable(MinioException e) {
        return new ObjectStoreUnavailable("the object store did not do what it was asked", e);
    }
}
