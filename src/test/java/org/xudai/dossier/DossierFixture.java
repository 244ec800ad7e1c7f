package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningStore;
import org.xudai.testing.TestServers;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** A dossier on a database and an object store of its own. */
final class DossierFixture implements AutoCloseable {

    static final CaseNumber CASE = CaseNumber.of(2026, 1187);
    static final MaterialCode LICENCE = new MaterialCode("licence");
    static final DataSize LIMIT = DataSize.ofMegabytes(20);

    final MovableClock clock = new MovableClock();
    final DataSource database = EmbeddedDatabase.freshMigrated();
    final RunningStore server;
    final StoreSettings settings;
    final S3ObjectStore store;
    final Vault vault = TestKeys.vault(database);
    final DocumentTable documents = new DocumentTable(JdbcClient.create(database), vault);
    final SealedObjects objects;
    final StoredDossier dossier;

    DossierFixture() {
        try {
            server = TestServers.store(Files.createTempDirectory("xudai-dossier"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings = settings(server.endpoint());
        store = new S3ObjectStore(settings, clock);
        objects = new SealedObjects(store, vault);
        dossier = new StoredDossier(objects, documents, settings, clock);
    }

    /** The dossier of a node with another vault. */
    StoredDossier dossier(Vault other) {
        return new StoredDossier(new SealedObjects(store, other), documents, settings, clock);
    }

    static StoreSettings settings(URI endpoint) {
        return new StoreSettings(
                endpoint,
                "xudai",
                "xudai-secret",
                "xudai",
                "us-east-1",
                Duration.ofSeconds(10),
                LIMIT,
                Period.ofYears(15),
                Duration.ofHours(6),
                Duration.ofHours(24));
    }

    /** Keys of everything in the store. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        store.list("", object -> keys.add(object.key()));
        return keys;
    }

    /** A received document of one file. */
    Document received(@Nullable MaterialCode material, byte... content) {
        try {
            return dossier.register(
                    new Submission(CASE, material, Channel.PORTAL, Actor.system("test"), null, null),
                    dossier.store(
                            CASE, List.of(new Bytes("photo.jpg", () -> new java.io.ByteArrayInputStream(content)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settles a document as inspection does. */
    void inspected(Document document, DocumentState state) {
        dossier.settleInspected(document.id(), state, LICENCE, null, List.of("image/jpeg"));
    }

    DocumentState stateOf(Document document) {
        return dossier.find(document.id()).orElseThrow().state();
    }

    byte[] bytesOf(StoredFile file) throws IOException {
        try (InputStream in = dossier.open(file, 0)) {
            return in.readAllBytes();
        }
    }

    /** A bean of the sweeper as each node has one. */
    ObjectSweeper sweeper() {
        return new ObjectSweeper(store, documents, settings, new OneNode(database), clock);
    }

    @Override
    public void close() {
        server.close();
    }
}
