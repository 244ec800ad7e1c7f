package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minio.GetObjectRetentionArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SetObjectRetentionArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * What a bucket with versions and object lock does with the bytes of a case: they stay, whoever holds the key of the store,
 * until the erasure or the sweeper lifts the lock, and then every version of them is gone.
 */
@Tag("containers")
class LockedObjectsTests {

    private final DossierFixture world = new DossierFixture();

    /** Somebody who holds the key of the store and goes past the product. */
    private final MinioClient somebody = MinioClient.builder()
            .endpoint(world.settings.endpoint().toString())
            .credentials(world.settings.accessKey(), world.settings.secretKey())
            .region(world.settings.region())
            .build();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 12_000_000})
    void whatIsReceivedIsLockedForLongerThanALoanAndItsClock(int size) throws Exception {
        StoredFile file = received(size);

        Retention lock = somebody.getObjectRetention(GetObjectRetentionArgs.builder()
                .bucket(world.settings.bucket())
                .object(file.objectKey())
                .build());

        assertThat(lock.mode()).isEqualTo(RetentionMode.GOVERNANCE);
        assertThat(lock.retainUntilDate().toInstant())
                .isEqualTo(world.clock
                        .instant()
                        .atZone(ZoneOffset.UTC)
                        .plusYears(15)
                        .toInstant());
        assertThat(world.store.locksObjects()).isTrue();
    }

    @Test
    void whoeverHoldsTheKeyOfTheStoreRemovesNoLockedBytesInPassing() throws Exception {
        StoredFile file = received(1000);
        byte[] before = world.bytesOf(file);

        for (Item version : versions(file.objectKey())) {
            refused(() -> remove(version.objectName(), version.versionId()));
            refused(() -> shorten(version));
        }

        assertThat(world.bytesOf(file)).isEqualTo(before);
    }

    @Test
    void whatSomebodyDeletedIsNamedAsMissingAndItsBytesAreThereStill() throws Exception {
        StoredFile file = received(1000);
        byte[] before = world.bytesOf(file);

        remove(file.objectKey(), null);

        assertThat(missing()).containsExactly(file.objectKey());
        for (Item marker : versions(file.objectKey())) {
            if (marker.isDeleteMarker()) {
                remove(marker.objectName(), marker.versionId());
            }
        }
        assertThat(missing()).isEmpty();
        assertThat(world.bytesOf(file)).isEqualTo(before);
    }

    @Test
    void theErasureOfACaseLiftsTheLockOfEveryVersion() throws Exception {
        Document document =
                world.received(DossierFixture.LICENCE, Streams.random(1000, 1).readAllBytes());
        world.dossier.storePreview(document.id(), 1, new byte[] {1});
        received(12_000_000);
        overwritten(document.files().get(0).objectKey());
        remove(document.files().get(0).objectKey(), null);
        assertThat(versions("")).hasSize(5);
        DocumentErasure erasure = new DocumentErasure(world.store, JdbcClient.create(world.database));
        erasure.bury(DossierFixture.CASE, world.clock.instant());

        assertThat(erasure.removeObjects(DossierFixture.CASE)).isEqualTo(5);

        assertThat(versions("")).isEmpty();
        assertThat(erasure.removeObjects(DossierFixture.CASE)).isZero();
    }

    @Test
    void whatBelongsToNoDocumentIsSweptWithAllItsVersionsAndNothingElse() throws Exception {
        world.clock.set(Clock.systemUTC().instant()); // the store has a clock of its own
        StoredFile kept = received(1000);
        world.store.write("cases/2026/lost", new ByteArrayInputStream(new byte[3]));
        overwritten("cases/2026/lost");
        world.store.write("cases/2026/lost-too", new ByteArrayInputStream(new byte[3]));
        world.clock.advance(Duration.ofHours(25));

        world.sweeper().sweep();

        assertThat(versions("").stream().map(Item::objectName)).containsExactly(kept.objectKey());
    }

    @Test
    void anUploadThatIsCutOffLeavesNoVersion() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> world.dossier.store(
                        DossierFixture.CASE,
                        List.of(
                                new Bytes("page-1.jpg", () -> Streams.random(1000, 1)),
                                new Bytes("page-2.jpg", () -> Streams.cutOff(12_000_000)))));

        assertThat(versions("")).isEmpty();
    }

    private StoredFile received(int size) throws IOException {
        return world.received(DossierFixture.LICENCE, Streams.random(size, 7).readAllBytes())
                .files()
                .get(0);
    }

    private void overwritten(String key) throws MinioException {
        somebody.putObject(PutObjectArgs.builder()
                .bucket(world.settings.bucket())
                .object(key)
                .data(new byte[] {9}, 1)
                .build());
    }

    private void remove(String key, @Nullable String version) throws MinioException {
        somebody.removeObject(RemoveObjectArgs.builder()
                .bucket(world.settings.bucket())
                .object(key)
                .versionId(version)
                .build());
    }

    private void shorten(Item version) throws MinioException {
        somebody.setObjectRetention(SetObjectRetentionArgs.builder()
                .bucket(world.settings.bucket())
                .object(version.objectName())
                .versionId(version.versionId())
                .config(new Retention(
                        RetentionMode.GOVERNANCE,
                        ZonedDateTime.now(Clock.systemUTC()).plusMinutes(1)))
                .build());
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.response().code()).isBetween(400, 499));
    }

    private List<Item> versions(String prefix) {
        List<Item> items = new ArrayList<>();
        try {
            for (Result<Item> found : somebody.listObjects(ListObjectsArgs.builder()
                    .bucket(world.settings.bucket())
                    .prefix(prefix)
                    .recursive(true)
                    .includeVersions(true)
                    .build())) {
                items.add(found.get());
            }
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
        return items;
    }

    /** Keys of the documents whose bytes a reconciliation misses. */
    private List<String> missing() {
        List<String> keys = new ArrayList<>();
        new Reconciliation(
                        world.store,
                        new JdbcTemplate(world.database),
                        new DataSourceTransactionManager(world.database),
                        world.clock)
                .compare(false, difference -> keys.add(difference.key()));
        return keys;
    }
}
