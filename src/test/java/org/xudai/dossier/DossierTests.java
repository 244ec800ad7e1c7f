package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xudai.audit.Actor;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.vault.KeySystem;

/** Bytes as received: kept, never changed, never half. */
@Tag("servers")
class DossierTests {

    private static final int PART = 5 * 1024 * 1024;
    private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);

    private final DossierFixture world = new DossierFixture();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, PART - 1, PART, PART + 1, 2 * PART, 11_000_000})
    void bytesComeBackAsTheyCame(int size) throws Exception {
        byte[] sent = Streams.random(size, 3).readAllBytes();

        StoredFile stored = world.dossier
                .store(DossierFixture.CASE, List.of(new Bytes("scan.pdf", () -> new ByteArrayInputStream(sent))))
                .get(0);

        assertThat(world.bytesOf(stored)).isEqualTo(sent);
        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.sha256().value()).isEqualTo(sha256(sent));
        assertThat(stored.objectKey())
                .startsWith("cases/" + DossierFixture.CASE + "/")
                .doesNotContain("scan");
    }

    @Test
    void aFileOfExactlyTheLimitIsTakenAndOneByteMoreIsNot() throws Exception {
        long limit = DossierFixture.LIMIT.toBytes();

        assertThat(world.dossier.store(
                        DossierFixture.CASE, List.of(new Bytes("full.pdf", () -> Streams.random(limit, 1)))))
                .hasSize(1);
        assertThatThrownBy(() -> world.dossier.store(
                        DossierFixture.CASE, List.of(new Bytes("over.pdf", () -> Streams.random(limit + 1, 1)))))
                .isInstanceOf(FileTooLarge.class);
        assertThat(world.keys()).hasSize(1);
    }

    @Test
    void ofSeveralPhotosOfWhichOneIsTooLargeNothingIsKept() {
        assertThatThrownBy(() -> world.dossier.store(
                        DossierFixture.CASE,
                        List.of(
                                new Bytes("page-1.jpg", () -> new ByteArrayInputStream(PHOTO)),
                                new Bytes("page-2.jpg", () -> Streams.random(30_000_000, 1)))))
                .isInstanceOf(FileTooLarge.class);

        assertThat(world.keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, PART, PART + 1000, 3 * PART})
    void anUploadCutOffInTheMiddleLeavesNothing(int size) {
        assertThatThrownBy(() -> world.dossier.store(
                        DossierFixture.CASE, List.of(new Bytes("photo.jpg", () -> Streams.cutOff(size)))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the sender went away");

        assertThat(world.keys()).isEmpty();
    }

    @Test
    void whereTheStoreIsAwayNothingIsReceivedAndTheReasonIsNamed() {
        world.server.stop();

        assertThatThrownBy(() -> world.received(DossierFixture.LICENCE, PHOTO))
                .isInstanceOf(ObjectStoreUnavailable.class);
        assertThat(world.dossier.ofCase(DossierFixture.CASE)).isEmpty();
    }

    @Test
    void whereTheKeysAreAwayNothingIsReceivedAndWhatWasIsReadLater() throws Exception {
        List<Bytes> photo = List.of(new Bytes("photo.jpg", () -> new ByteArrayInputStream(PHOTO)));
        try (KeySystem keys = new KeySystem()) {
            StoredFile before = world.dossier(keys.vault(world.database))
                    .store(DossierFixture.CASE, photo)
                    .get(0);
            StoredDossier node = world.dossier(keys.vault(world.database));

            keys.isAway(true);
            assertThatThrownBy(() -> node.store(DossierFixture.CASE, photo)).isInstanceOf(OutsideSystemAway.class);
            assertThatThrownBy(() -> node.open(before, 0)).isInstanceOf(OutsideSystemAway.class);
            assertThat(world.keys()).containsExactly(before.objectKey());

            keys.isAway(false);
            assertThat(node.open(before, 0)).hasBinaryContent(PHOTO);
            assertThat(node.store(DossierFixture.CASE, photo)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, PART, 2 * PART + 1000})
    void aStoreThatGoesAwayInTheMiddleIsNotTakenForASenderWhoDid(int size) {
        assertThatThrownBy(() -> world.dossier.store(
                        DossierFixture.CASE,
                        List.of(new Bytes("photo.jpg", () -> Streams.with(size, world.server::stop)))))
                .isInstanceOf(ObjectStoreUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 3 * PART})
    void anObjectIsNeverOverwritten(int size) throws Exception {
        byte[] first = Streams.random(size, 1).readAllBytes();
        world.store.write("cases/one", new ByteArrayInputStream(first));

        assertThatThrownBy(() -> world.store.write("cases/one", Streams.random(size, 2)))
                .isInstanceOf(ObjectStoreUnavailable.class);

        try (InputStream in = world.store.read("cases/one", 0)) {
            assertThat(in.readAllBytes()).isEqualTo(first);
        }
    }

    @Test
    void aFileCanBeReadFromTheMiddle() throws Exception {
        byte[] sent = Streams.random(PART + 100, 5).readAllBytes();
        StoredFile stored = world.dossier
                .store(DossierFixture.CASE, List.of(new Bytes("scan.pdf", () -> new ByteArrayInputStream(sent))))
                .get(0);

        try (InputStream in = world.dossier.open(stored, PART)) {
            assertThat(in.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(sent, PART, sent.length));
        }
    }

    @Test
    void threeHundredMegabytesPassThroughAProcessOfNinetySix() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx96m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeUpload.class.getName(),
                        world.server.endpoint().toString(),
                        Long.toString(300L << 20))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aPreviewIsMadeOnceAndLiesApart() throws Exception {
        Document document = world.received(DossierFixture.LICENCE, PHOTO);

        world.dossier.storePreview(document.id(), 1, new byte[] {1});
        world.dossier.storePreview(document.id(), 1, new byte[] {2});
        world.dossier.storePreview(document.id(), 2, new byte[] {3});

        assertThat(world.dossier.previewPages(document.id())).isEqualTo(2);
        try (InputStream in = world.dossier.preview(document.id(), 1).orElseThrow()) {
            assertThat(in.readAllBytes()).containsExactly(1);
        }
        assertThat(world.keys().stream().filter(key -> key.startsWith("previews/")))
                .hasSize(2);
        assertThat(world.bytesOf(document.files().get(0))).isEqualTo(PHOTO);
        assertThat(world.dossier.preview(document.id(), 3)).isEmpty();
    }

    @Test
    void aDocumentKnowsWhoSentItHowAndWhen() {
        Document document = world.received(null, PHOTO);

        assertThat(world.dossier.find(document.id())).contains(document);
        assertThat(document.material()).isNull();
        assertThat(document.state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(document.storedAt()).isEqualTo(world.clock.instant());
        assertThat(document.receivedAt()).isEqualTo(document.storedAt());
    }

    @Test
    void whatTheBankIssuesMayBeOfAnySize() throws Exception {
        Document box = world.dossier.issue(
                DossierFixture.CASE,
                DossierFixture.LICENCE,
                new Bytes("box.zip", () -> Streams.random(25_000_000, 1)),
                "application/zip",
                Actor.system("evidence"));

        assertThat(box.files().get(0).size()).isEqualTo(25_000_000);
        assertThat(box.state()).isEqualTo(DocumentState.ACCEPTED);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
