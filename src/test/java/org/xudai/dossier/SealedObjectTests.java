package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.vault.TestKeys;

/** Objects in the store are sealed with their case's key: read from any place, opened nowhere else, old ones taken along. */
@Tag("servers")
class SealedObjectTests {

    private static final int SIZE = 3 * 1024 * 1024 + 123;

    private final DossierFixture world = new DossierFixture();
    private final JdbcClient jdbc = JdbcClient.create(world.database);

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whatLiesInTheStoreShowsNothingOfTheFile() throws IOException {
        byte[] sent = "营业执照 91350100M000100Y43".repeat(100).getBytes(StandardCharsets.UTF_8);
        StoredFile file = world.received(DossierFixture.LICENCE, sent).files().get(0);

        byte[] stored = inTheStore(file.objectKey());

        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("91350100M000100Y43");
        assertThat(stored).hasSizeGreaterThan(sent.length);
        assertThat(world.bytesOf(file)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_048_519, 1_048_520, 1_048_521, 1_048_576, 2_100_000, SIZE - 1, SIZE, SIZE + 1})
    void aFileIsReadFromAnyPlace(int offset) throws IOException {
        byte[] sent = Streams.random(SIZE, 5).readAllBytes();
        StoredFile file = world.received(DossierFixture.LICENCE, sent).files().get(0);

        try (InputStream in = world.dossier.open(file, offset)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(sent, Math.min(offset, SIZE), SIZE));
        }
    }

    @Test
    void aFileOfNothingIsSealedToo() throws IOException {
        StoredFile file = world.received(DossierFixture.LICENCE).files().get(0);

        assertThat(file.size()).isZero();
        assertThat(world.bytesOf(file)).isEmpty();
    }

    @Test
    void aChangedByteEndsTheReading() throws IOException {
        byte[] sent = Streams.random(SIZE, 5).readAllBytes();
        StoredFile file = world.received(DossierFixture.LICENCE, sent).files().get(0);
        byte[] stored = inTheStore(file.objectKey());
        stored[2_000_000] ^= 1;
        world.store.remove(file.objectKey());
        world.store.write(file.objectKey(), new ByteArrayInputStream(stored));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> world.bytesOf(file));
        try (InputStream in = world.dossier.open(file, SIZE - 10)) {
            assertThat(in.readAllBytes()).as("another segment").isEqualTo(Arrays.copyOfRange(sent, SIZE - 10, SIZE));
        }
    }

    @Test
    void anObjectCutOffAtItsEndIsNoticed() throws IOException {
        byte[] sent = Streams.random(SIZE, 5).readAllBytes();
        StoredFile file = world.received(DossierFixture.LICENCE, sent).files().get(0);
        byte[] stored = inTheStore(file.objectKey());
        world.store.remove(file.objectKey());
        world.store.write(file.objectKey(), new ByteArrayInputStream(stored, 0, 2 * 1024 * 1024));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> world.bytesOf(file));
    }

    @Test
    void anObjectPutInThePlaceOfAnotherDoesNotOpen() throws IOException {
        StoredFile one =
                world.received(DossierFixture.LICENCE, new byte[] {1}).files().get(0);
        StoredFile two =
                world.received(DossierFixture.LICENCE, new byte[] {2}).files().get(0);
        byte[] other = inTheStore(two.objectKey());
        world.store.remove(one.objectKey());
        world.store.write(one.objectKey(), new ByteArrayInputStream(other));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> world.bytesOf(one));
    }

    @Test
    void anObjectStoredBeforeThereWasAVaultIsReadSealedAndItsPlainCopySweptAway() throws IOException {
        byte[] sent = Streams.random(1000, 3).readAllBytes();
        Document document = storedBefore(sent, sent);
        String plain = document.files().get(0).objectKey();
        assertThat(world.bytesOf(document.files().get(0))).isEqualTo(sent);

        sealer().seal();

        StoredFile sealed =
                world.dossier.find(document.id()).orElseThrow().files().get(0);
        assertThat(sealed.objectKey()).isNotEqualTo(plain).endsWith(".xv1");
        assertThat(world.bytesOf(sealed)).isEqualTo(sent);
        assertThat(inTheStore(plain)).as("who reads it meanwhile reads on").isEqualTo(sent);
        world.clock.advance(Duration.ofDays(400));
        world.sweeper().sweep();
        assertThat(world.keys()).containsExactly(sealed.objectKey());
    }

    @Test
    void anObjectThatIsNotWhatWasReceivedIsNotSealedAsIfItWere() throws IOException {
        Document document = storedBefore(new byte[] {1, 2, 3}, new byte[] {1, 2, 4});
        StoredFile before = document.files().get(0);

        sealer().seal();

        assertThat(world.dossier.find(document.id()).orElseThrow().files()).containsExactly(before);
        assertThat(world.keys()).containsExactly(before.objectKey());
    }

    private ObjectSealer sealer() {
        return new ObjectSealer(
                new UnsealedObjects(jdbc), world.objects, TestKeys.vault(world.database), new OneNode(world.database));
    }

    /** A document as a release without a vault stored it; what lies in the store now may be something else. */
    private Document storedBefore(byte[] sent, byte[] now) throws IOException {
        Document document = world.received(DossierFixture.LICENCE, sent);
        String sealed = document.files().get(0).objectKey();
        String plain = sealed.replace(".xv1", "");
        world.store.remove(sealed);
        world.store.write(plain, new ByteArrayInputStream(now));
        jdbc.sql("update document_file set object_key = ? where object_key = ?")
                .params(List.of(plain, sealed))
                .update();
        return world.dossier.find(document.id()).orElseThrow();
    }

    private byte[] inTheStore(String key) throws IOException {
        try (InputStream in = world.store.read(key, 0)) {
            return in.readAllBytes();
        }
    }
}
