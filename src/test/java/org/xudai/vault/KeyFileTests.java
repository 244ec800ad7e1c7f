package org.xudai.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of keys: what a start says to the one who has to mend them. */
class KeyFileTests {

    private static final String SETTING = "xudai.vault.key-encryption-key-file";
    private static final String OLD = "K1 " + "0123456789abcdef".repeat(4);
    private static final String NEW = "K2 " + "fedcba9876543210".repeat(4);

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("keys");
    }

    @Test
    void theLastKeyIsInUseAndTheOthersStillRead() throws IOException {
        Files.write(file, List.of("# made in June", OLD, "", NEW));

        KeyFile keys = KeyFile.read(SETTING, file, false);

        assertThat(keys.currentId()).isEqualTo("K2");
        assertThat(keys.ids()).containsExactlyInAnyOrder("K1", "K2");
        assertThat(keys.find("K1").orElseThrow()).hasSize(32).startsWith(0x01, 0x23);
        assertThat(keys.find("K3")).isEmpty();
    }

    @Test
    void aSettingThatIsNotSetIsNamedWithWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFile.read(SETTING, null, false))
                .withMessageContaining(SETTING + " is not set")
                .withMessageContaining("docker/secrets.sh");
    }

    @Test
    void productionNeverMakesAKeyForAFileThatIsMissing() {
        refused("is missing", "a new key does not open what an old one sealed");
        assertThat(file).doesNotExist();
    }

    @Test
    void developmentMakesItsKeyOnceAndKeepsIt() {
        byte[] made = KeyFile.read(SETTING, file, true).find("D1").orElseThrow();

        assertThat(KeyFile.read(SETTING, file, true).find("D1")).contains(made);
    }

    @Test
    void developmentStartsAtOnceAllReadTheWholeKeyOfOneOfThem() throws Exception {
        ExecutorService starts = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 20; round++) {
            Path contended = file.resolveSibling("contended" + round);
            CyclicBarrier together = new CyclicBarrier(8);
            List<Future<byte[]>> read = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                read.add(starts.submit(() -> {
                    together.await();
                    return KeyFile.read(SETTING, contended, true).find("D1").orElseThrow();
                }));
            }
            byte[] one = read.get(0).get(30, TimeUnit.SECONDS);
            for (Future<byte[]> other : read) {
                assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(one);
            }
        }
        starts.shutdown();
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectory(file);

        refused("is missing");
    }

    @Test
    void anEmptyFileHoldsNoKey() throws IOException {
        Files.writeString(file, "\n# nothing yet\n");

        refused("holds no key");
    }

    @Test
    void aKeyThatIsTooShortIsNamedByItsLineAndNotRepeated() throws IOException {
        Files.write(file, List.of(OLD, "K2 fedcba98"));

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFile.read(SETTING, file, false))
                .withMessageContaining("line 2 is no key")
                .withMessageNotContaining("fedcba98");
    }

    @Test
    void twoKeysOfOneIdAreRefused() throws IOException {
        Files.write(file, List.of(OLD, NEW.replace("K2", "K1")));

        refused("line 2 has the id of a line before it, K1");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(file, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});

        refused("is no text");
    }

    @Property(tries = 200)
    void whateverTheFileHoldsTheErrorNamesTheSettingAndNoKey(@ForAll("contents") String content) throws IOException {
        Path hostile = Files.createTempFile("keys", ".key");
        try {
            Files.write(hostile, content.getBytes(StandardCharsets.UTF_8));
            KeyFile keys = KeyFile.read(SETTING, hostile, false);
            assertThat(keys.ids()).contains(keys.currentId());
            assertThat(keys.ids())
                    .allSatisfy(id -> assertThat(keys.find(id).orElseThrow()).hasSize(32));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageStartingWith(SETTING);
            assertThat(e.getMessage()).doesNotContain("0123456789abcdef");
        } finally {
            Files.delete(hostile);
        }
    }

    @Provide
    Arbitrary<String> contents() {
        Arbitrary<String> id = Arbitraries.of("K1", "K2", "k1", "K12345", "", "#", "键");
        Arbitrary<String> key = Arbitraries.of(
                "0123456789abcdef".repeat(4), "0123456789ABCDEF".repeat(4), "0123456789abcdef".repeat(3), "zz", "");
        Arbitrary<String> line = Combinators.combine(id, Arbitraries.of(" ", "\t", "  ", "=", ""), key)
                .as((name, gap, hex) -> name + gap + hex);
        return Arbitraries.oneOf(line, Arbitraries.strings().ofMaxLength(80))
                .list()
                .ofMaxSize(4)
                .map(lines -> String.join("\n", lines));
    }

    private void refused(String... parts) {
        for (String part : parts) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> KeyFile.read(SETTING, file, false))
                    .withMessageStartingWith(SETTING)
                    .withMessageContaining(part);
        }
    }
}
