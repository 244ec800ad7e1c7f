package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.dossier.ReconcileCommand;
import org.xudai.evidence.VerifyCommand;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.TestServers;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Vault;

/** What is left of a case, in the tables, in the engine and in the object store, and what the commands say of it. */
final class Remains {

    /** Tables that name a case and are no trace of anybody: the record itself, and what says that it was erased. */
    static final Set<String> TOMBSTONES = Set.of(
            "access_log",
            "audit_chain",
            "audit_entry",
            "audit_leaf",
            "audit_unsealed",
            "data_key",
            "decision",
            "document",
            "document_file",
            "erasure",
            "evidence_box",
            "issued_form",
            "legal_hold",
            "renewal_case",
            "renewal_case_loan",
            "renewal_material");

    private final JdbcClient jdbc;
    private final Environment environment;

    Remains(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.environment = environment;
    }

    boolean hasKey(KeyOwner owner) {
        return jdbc.sql("select count(*) from data_key where owner = ? and wrapped is not null")
                        .param(owner.name())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Fails where a value stands in any table, or the case in one that is no tombstone, or something sealed in one that is. */
    void nothingOfItInTheTables(CaseNumber number, List<String> personal) {
        for (String table : tables("xudai")) {
            List<String> rows = rows("xudai", table);
            assertThat(rows)
                    .as(table)
                    .noneMatch(row -> personal.stream().anyMatch(row::contains)
                            || (row.contains(number.value()) && row.contains(Vault.MARK)));
            if (!TOMBSTONES.contains(table)) {
                assertThat(rows).as(table).noneMatch(row -> row.contains(number.value()));
            }
        }
    }

    void nothingOfItInTheEngine(CaseNumber number) {
        Set<String> tables = tables("camunda");
        assertThat(tables).hasSizeGreaterThan(40);
        for (String table : tables) {
            assertThat(rows("camunda", table)).as(table).noneMatch(row -> row.contains(number.value()));
        }
    }

    /** Keys of the objects on a shelf. */
    List<String> shelvesOf(UUID shelf) {
        return keys("shelves/" + shelf);
    }

    /** Keys of the objects of a case, with the older versions where the store keeps them. */
    List<String> objectsOf(CaseNumber number) {
        return keys(number.value());
    }

    private List<String> keys(String part) {
        MinioClient store = MinioClient.builder()
                .endpoint(setting("xudai.store.endpoint"))
                .credentials(setting("xudai.store.access-key"), setting("xudai.store.secret-key"))
                .build();
        List<String> keys = new ArrayList<>();
        try {
            for (Result<Item> item : store.listObjects(ListObjectsArgs.builder()
                    .bucket("xudai")
                    .recursive(true)
                    .includeVersions(TestServers.inContainers())
                    .build())) {
                if (item.get().objectName().contains(part)) {
                    keys.add(item.get().objectName());
                }
            }
        } catch (MinioException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    /** What {@code reconcile} tells. */
    String reconciled() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> settings = settings("spring.datasource.url", "spring.datasource.username");
        settings.addAll(settings("spring.datasource.password", "xudai.store.endpoint"));
        settings.addAll(settings("xudai.store.access-key", "xudai.store.secret-key"));
        new ReconcileCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(settings);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What {@code verify} tells of a case or of a box; fails where it does not hold. */
    String verified(String word, String... more) {
        List<String> words = new ArrayList<>(List.of(word));
        words.addAll(List.of(more));
        if (!word.endsWith(".zip")) {
            words.addAll(settings("spring.datasource.url", "spring.datasource.username", "spring.datasource.password"));
            words.addAll(settings("xudai.vault.key-encryption-key-file", "xudai.vault.search-hash-key-file"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new VerifyCommand(new PrintStream(out, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(words);
        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(told).isZero();
        return told;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> settings(String... names) {
        List<String> settings = new ArrayList<>();
        for (String name : names) {
            settings.add("--" + name + "=" + setting(name));
        }
        return settings;
    }

    private String setting(String name) {
        return environment.getRequiredProperty(name);
    }

    private Set<String> tables(String schema) {
        return new TreeSet<>(jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'")
                .param(schema)
                .query(String.class)
                .list());
    }

    private List<String> rows(String schema, String table) {
        return jdbc.sql("select cast(r as text) from " + schema + "." + table + " r")
                .query(String.class)
                .list();
    }
}
