package org.xudai.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A vault for tests without a Spring context; its keys follow from their ids, or from id and a word for another key. */
public final class TestKeys {

    private TestKeys() {}

    /** A vault with a key of its own. */
    public static Vault vault(DataSource database) {
        return vault(database, "K1");
    }

    static Vault vault(DataSource database, Clock clock, String... lines) {
        return new Vault(new DataKeys(table(database), encryption(lines), clock), hashes(), settings(true));
    }

    /** A vault that reads sealed values and writes plain ones, as in a rolling upgrade. */
    public static Vault writingPlain(DataSource database) {
        return new Vault(new DataKeys(table(database), encryption("K1"), Clock.systemUTC()), hashes(), settings(false));
    }

    private static VaultSettings settings(boolean seals) {
        return new VaultSettings(null, null, seals, TransitServer.NONE);
    }

    /** A vault whose keys are wrapped elsewhere. */
    static Vault vault(DataSource database, KeyEncryption encryption, Clock clock) {
        return new Vault(new DataKeys(table(database), encryption, clock), hashes(), settings(true));
    }

    /** What a node checks at its start. */
    static void check(DataSource database, KeyEncryption encryption, SearchHashes hashes) {
        new KeyCheck(table(database), encryption, hashes, sealer(database, "H1"), Clock.systemUTC())
                .afterPropertiesSet();
    }

    static DataKeyTable table(DataSource database) {
        return new DataKeyTable(JdbcClient.create(database));
    }

    /** Seals the rows of tables that are not sealed yet. */
    public static long seal(DataSource database, SealedTable... tables) {
        return sealer(database, "H1", tables).seal(false);
    }

    static ColumnSealer sealer(DataSource database, String hashKey, SealedTable... tables) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (SealedTable table : tables) {
            beans.addBean(table.name(), table);
        }
        return new ColumnSealer(
                beans.getBeanProvider(SealedTable.class),
                vault(database),
                hashes(hashKey),
                JdbcClient.create(database),
                new DataSourceTransactionManager(database));
    }

    /** Seals an object with a key that needs no database. */
    public static InputStream sealing(String key, InputStream plain) throws IOException {
        return new SealingStream(new DataKey(new byte[32]).objects(), key.getBytes(StandardCharsets.UTF_8), plain);
    }

    /** Opens what {@link #sealing} sealed. */
    public static InputStream opening(String key, InputStream sealed) throws IOException {
        try {
            return new DataKey(new byte[32])
                    .objects()
                    .newDecryptingStream(sealed, key.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Search hashes with a key of their own. */
    public static SearchHashes hashes() {
        return hashes("H1");
    }

    /** Search hashes with these keys, the last one in use. */
    public static SearchHashes hashes(String... lines) {
        return new SearchHashes(file(lines));
    }

    static KeyEncryption encryption(String... lines) {
        return new FileKeyEncryption(file(lines));
    }

    /** A vault whose key-encryption keys are these, the last one in use. */
    public static Vault vault(DataSource database, String... lines) {
        return vault(database, Clock.systemUTC(), lines);
    }

    private static KeyFile file(String... lines) {
        return KeyFile.read("keys", path(lines), false);
    }

    /** A file of keys. */
    public static Path path(String... lines) {
        try {
            Path file = Files.createTempFile("keys", ".key");
            Files.write(file, List.of(lines).stream().map(TestKeys::line).toList());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code K1} or {@code K1 other}. */
    static String line(String key) {
        String seed = HexFormat.of()
                .formatHex((key + "................................")
                        .substring(0, 32)
                        .getBytes(StandardCharsets.US_ASCII));
        return key.split(" ", -1)[0] + " " + seed;
    }
}
