package org.xudai.nodes;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.ObjectStoreServer;

/**
 * What nodes need around them: database (which keeps what it said it has, through a crash), object store, mail, SMS
 * carrier and core system, each on a wire that can be cut.
 */
final class Outside implements AutoCloseable {

    final Carrier carrier = new Carrier();
    final CoreSystem core = new CoreSystem();
    final Wire databaseWire;
    final Wire storeWire;
    final Wire mailWire;
    final Wire carrierWire = new Wire(carrier.port());
    final Wire coreWire = new Wire(core.port());

    private final Path directory;
    private final EmbeddedPostgres database;
    private final ObjectStoreServer store;
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    Outside() {
        try {
            directory = Files.createTempDirectory("xudai-nodes");
            database = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start();
            store = new ObjectStoreServer(Files.createDirectories(directory.resolve("objects")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.start();
        mail.start();
        databaseWire = new Wire(database.getPort());
        storeWire = new Wire(store.endpoint().getPort());
        mailWire = new Wire(mail.getSmtp().getPort());
    }

    /** The database itself, past its wire. */
    JdbcClient jdbc() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.getJdbcUrl("postgres", "postgres") + "&currentSchema=camunda,xudai");
        return JdbcClient.create(source);
    }

    /** What a node is started with. */
    List<String> settings() {
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + databaseWire.port()
                        + "/postgres?currentSchema=camunda,xudai&socketTimeout=30",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--xudai.development=true",
                "--xudai.store.endpoint=http://127.0.0.1:" + storeWire.port(),
                "--xudai.store.access-key=" + store.accessKey(),
                "--xudai.store.secret-key=" + store.secretKey(),
                "--xudai.store.timeout=5s",
                "--xudai.forms.page-code-key-file=" + directory.resolve("page-codes.key"),
                "--xudai.vault.key-encryption-key-file=" + directory.resolve("key-encryption.key"),
                "--xudai.vault.search-hash-key-file=" + directory.resolve("search-hash.key"),
                "--xudai.access.public-url=https://renewals.bank.example",
                "--xudai.notices.quiet-hours=false",
                "--xudai.notices.sms.url=http://127.0.0.1:" + carrierWire.port() + "/messages",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailWire.port(),
                "--xudai.core-banking.url=http://127.0.0.1:" + coreWire.port(),
                "--xudai.core-banking.timeout=5s",
                "--xudai.engine.retry=PT2S,PT5S,PT10S",
                // what a killed node held is free again after this long
                "--camunda.bpm.job-execution.lock-time-in-millis=15000");
    }

    @Override
    public void close() {
        for (Wire wire : List.of(databaseWire, storeWire, mailWire, carrierWire, coreWire)) {
            wire.close();
        }
        carrier.close();
        core.close();
        mail.stop();
        store.stop();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
