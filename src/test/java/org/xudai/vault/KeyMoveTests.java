package org.xudai.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.EmbeddedDatabase;

/** A bank moves its key-encryption keys from a file to a key management system, turns them there, and moves back. */
class KeyMoveTests {

    private static final Path FILE = TestKeys.path("K1");
    private static final Path HASHES = TestKeys.path("H1");
    private static final Cell CHEN = new Cell(KeyOwner.ofBorrower("C1"), "party", "mobile", "7");
    private static final Cell LIN = new Cell(KeyOwner.ofBorrower("C2"), "party", "mobile", "8");

    private final DataSource database = EmbeddedDatabase.freshMigrated();
    private final TransitServer server = new TransitServer();
    private String chen = "";
    private String told = "";

    @BeforeEach
    void somethingIsSealedUnderAKeyOfTheFile() {
        chen = TestKeys.vault(database, "K1").seal(CHEN, "13859912345");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whileBothAreKnownEitherOpensWhatTheOtherWrapped() {
        Vault first = vault(new RoutedKeyEncryption(TestKeys.encryption("K1"), server.client()));
        Vault later = vault(new RoutedKeyEncryption(server.client(), TestKeys.encryption("K1")));

        String lin = later.seal(LIN, "19900000117");

        assertThat(keysInUse()).containsExactly("K1", "bank/transit/xudai:v1");
        for (Vault node : List.of(first, later)) {
            assertThat(node.open(CHEN, chen)).isEqualTo("13859912345");
            assertThat(node.open(LIN, lin)).isEqualTo("19900000117");
        }
    }

    @Test
    void thereThroughARotationAndBackNothingIsSealedAnewAndEverythingOpens() {
        assertThat(keys("status", true, true)).as(told).isEqualTo(1);
        assertThat(told).contains("key-encryption key K1: 1 rows still need it");

        assertThat(keys("rotate", true, true)).as(told).isZero();
        assertThat(told)
                .contains("key-encryption key K1: no longer needed, may be taken away")
                .contains("key-encryption key bank/transit/xudai:v1: in use, 1 rows");
        assertThat(vault(server.client()).open(CHEN, chen)).isEqualTo("13859912345");

        server.rotate();
        assertThat(keys("rotate", false, true)).as(told).isZero();
        server.opensFrom(2);
        assertThat(keys("status", false, true)).as(told).isZero();
        assertThat(told).contains("key-encryption key bank/transit/xudai:v2: in use, 1 rows");
        assertThat(vault(server.client()).open(CHEN, chen)).isEqualTo("13859912345");

        assertThat(keys("rotate", true, false)).as(told).isZero();
        assertThat(told)
                .contains("key-encryption key bank/transit/xudai:v2: no longer needed, may be taken away")
                .contains("key-encryption key K1: in use, 1 rows");
        assertThat(TestKeys.vault(database, "K1").open(CHEN, chen)).isEqualTo("13859912345");
    }

    @Test
    void theFileTakenAwayTooEarlyIsNamed() {
        assertThat(keys("status", false, true)).isEqualTo(2);
        assertThat(told).contains("xudai.vault.key-encryption-key-file: key K1 was taken away too early");
    }

    @Test
    void aCommandThatCannotAskSaysSoAndChangesNothing() {
        server.seal(true);

        assertThat(keys("rotate", true, true)).isEqualTo(2);

        assertThat(told).contains("nothing was done: ", "answered 503", "Vault is sealed");
        assertThat(keysInUse()).containsExactly("K1");
    }

    private Vault vault(KeyEncryption encryption) {
        return TestKeys.vault(database, encryption, Clock.systemUTC());
    }

    private List<String> keysInUse() {
        return JdbcClient.create(database)
                .sql("select distinct key_id from data_key order by 1")
                .query(String.class)
                .list();
    }

    private int keys(String word, boolean fileToo, boolean systemWraps) {
        VaultSettings.Transit transit = server.settings();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(
                word,
                "--spring.datasource.url=" + ((PGSimpleDataSource) database).getUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--xudai.vault.search-hash-key-file=" + HASHES,
                "--xudai.vault.transit.url=" + transit.url(),
                "--xudai.vault.transit.mount=" + transit.mount(),
                "--xudai.vault.transit.token-file=" + transit.tokenFile(),
                "--xudai.vault.transit.wraps=" + systemWraps));
        if (fileToo) {
            arguments.add("--xudai.vault.key-encryption-key-file=" + FILE);
        }
        int code = new KeysCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(arguments);
        told = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
