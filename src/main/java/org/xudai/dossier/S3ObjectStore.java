package org.xudai.dossier;

import io.minio.BucketExistsArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The store behind the S3 protocol. Objects are only ever created: {@code If-None-Match: *} refuses a second write. Where the
 * bucket has object lock, received and issued bytes are locked in governance mode; a removal here is meant and lifts it.
 */
@Component
class S3ObjectStore implements ObjectStore {

    /** Smallest part S3 takes: the memory an upload of unknown length needs. */
    private static final int PART = 5 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(S3ObjectStore.class);
    private static final int NOT_FOUND = 404;

    private final MinioClient client;
    private final StoreSettings settings;
    private final AtomicBoolean bucketKnown = new AtomicBoolean();
    private final AtomicBoolean locks = new AtomicBoolean();
    private final Clock clock;

    S3ObjectStore(StoreSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
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
        byte[] start = source.readNBytes(PART);
        if (start.length < PART) {
            call(() -> put(key, new ByteArrayInputStream(start), start.length));
            return;
        }
        try {
            call(() -> {
                requireNew(key);
                return put(key, new SequenceInputStream(new ByteArrayInputStream(start), source), -1);
            });
        } catch (ObjectStoreUnavailable e) {
            source.rethrow();
            throw e;
        }
    }

    private Object put(String key, InputStream bytes, long size) throws MinioException {
        makeBucket();
        PutObjectArgs.Builder wanted =
                PutObjectArgs.builder()
                        .bucket(settings.bucket())
                        .object(key)
                        .headers(Map.of("If-None-Match", "*"))
                        .stream(bytes, size, (long) PART);
        if (locks.get() && key.startsWith(StoredDossier.ORIGINALS)) {
            wanted.retention(new Retention(
                    RetentionMode.GOVERNANCE,
                    clock.instant().atZone(ZoneOffset.UTC).plus(settings.lockFor())));
        }
        return client.putObject(wanted.build());
    }

    /** The client sends the condition with one part only; before several it has to be asked. */
    private void requireNew(String key) throws MinioException {
        makeBucket();
        try {
            client.statObject(StatObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(key)
                    .build());
        } catch (ErrorResponseException e) {
            if (e.response().code() == NOT_FOUND) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("the object is there already");
    }

    @Override
    public InputStream read(String key, long offset) {
        GetObjectArgs.Builder wanted =
                GetObjectArgs.builder().bucket(settings.bucket()).object(key);
        if (offset > 0) {
            wanted.offset(offset); // a range of nothing, as an empty object's, is refused
        }
        return call(() -> client.getObject(wanted.build()));
    }

    @Override
    public void remove(String key) {
        call(() -> {
            makeBucket();
            if (!isVersioned()) {
                remove(key, null);
                return key;
            }
            for (Result<Item> result : results(key, true)) {
                Item version = result.get();
                if (version.objectName().equals(key)) {
                    remove(key, version.versionId());
                }
            }
            return key;
        });
    }

    @Override
    public long removeAll(String prefix) {
        return call(() -> {
            makeBucket();
            long removed = 0;
            for (Result<Item> result : results(prefix, isVersioned())) {
                Item item = result.get();
                remove(item.objectName(), item.versionId());
                removed++;
            }
            return removed;
        });
    }

    private void remove(String key, @Nullable String version) throws MinioException {
        RemoveObjectArgs.Builder wanted =
                RemoveObjectArgs.builder().bucket(settings.bucket()).object(key).versionId(version);
        if (locks.get()) {
            wanted.bypassGovernanceMode(true);
        }
        client.removeObject(wanted.build());
    }

    @Override
    public void list(String prefix, Consumer<Listed> each) {
        Iterator<Result<Item>> items = call(() -> {
            makeBucket();
            return results(prefix, false).iterator();
        });
        while (call(items::hasNext)) {
            Item item = call(() -> items.next().get());
            each.accept(new Listed(item.objectName(), item.lastModified().toInstant()));
        }
    }

    private Iterable<Result<Item>> results(String prefix, boolean versions) {
        return client.listObjects(ListObjectsArgs.builder()
                .bucket(settings.bucket())
                .prefix(prefix)
                .recursive(true)
                .includeVersions(versions)
                .build());
    }

    /** A store that does not know of versions answers with an error. */
    private boolean isVersioned() throws MinioException {
        try {
            return client.getBucketVersioning(GetBucketVersioningArgs.builder()
                                    .bucket(settings.bucket())
                                    .build())
                            .status()
                    != VersioningConfiguration.Status.OFF;
        } catch (ErrorResponseException e) {
            return false;
        }
    }

    /** Whether the bucket locks objects; a store that does not know of it answers with an error. */
    private boolean hasObjectLock() throws MinioException {
        try {
            client.getObjectLockConfiguration(GetObjectLockConfigurationArgs.builder()
                    .bucket(settings.bucket())
                    .build());
            return true;
        } catch (ErrorResponseException e) {
            LOG.info(
                    "bucket {} has no object lock ({}): the store itself keeps nobody from removing bytes",
                    settings.bucket(),
                    e.errorResponse().code());
            return false;
        }
    }

    /** Whether bytes are locked in the store; false before the bucket was first asked for. */
    boolean locksObjects() {
        return locks.get();
    }

    /** Whether the store answers. */
    boolean answers() {
        try {
            return call(() -> {
                makeBucket();
                return client.bucketExists(
                        BucketExistsArgs.builder().bucket(settings.bucket()).build());
            });
        } catch (ObjectStoreUnavailable e) {
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
                createBucket();
            } catch (ErrorResponseException e) {
                // another node made it in the meantime
                if (!client.bucketExists(exists)) {
                    throw e;
                }
            }
        }
        locks.set(hasObjectLock());
        bucketKnown.set(true);
    }

    /** Object lock is given to a bucket when it is made, or never by most stores. */
    private void createBucket() throws MinioException {
        MakeBucketArgs.Builder wanted = MakeBucketArgs.builder().bucket(settings.bucket());
        try {
            client.makeBucket(wanted.objectLock(true).build());
        } catch (ErrorResponseException e) {
            client.makeBucket(wanted.objectLock(false).build());
        }
    }

    /** A call to the store. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws MinioException;
    }

    /** The client wraps a lost connection into an {@link IllegalStateException}. */
    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (MinioException | IllegalStateException e) {
            throw new ObjectStoreUnavailable("the object store did not do what it was asked", e);
        }
    }
}
