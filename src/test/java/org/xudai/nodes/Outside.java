package org.xudai.nodes;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.ServerSettings;

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
    private Database database;
    private Objects store;
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    Outside() {
        try {
            directory = Files.createTempDirectory("xudai-nodes");
            database = Database.on(directory.resolve("database"));
            store = Objects.in(directory.resolve("objects"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mail.start();
        databaseWire = new Wire(database.port());
        storeWire = new Wire(store.port());
        mailWire = new Wire(mail.getSmtp().getPort());
    }

    /** The database itself, past its wire. */
    JdbcClient jdbc() {
        return JdbcClient.create(database.source());
    }

    Database database() {
        return database;
    }

    Objects store() {
        return store;
    }

    /** Another database stands at the end of the wire. */
    void use(Database other) {
        database = other;
        databaseWire.leadTo(other.port());
    }

    /** Another store stands at the end of the wire. */
    void use(Objects other) {
        store = other;
        storeWire.leadTo(other.port());
    }

    /** What a node is started with. */
    List<String> settings() {
        return new ServerSettings(
                        "jdbc:postgresql://127.0.0.1:" + databaseWire.port()
                                + "/postgres?currentSchema=camunda,xudai&socketTimeout=30",
                        URI.create("http://127.0.0.1:" + storeWire.port()),
                        directory)
                .argumentsWith(
                        "--xudai.store.timeout=5s",
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
        store.close();
        database.close();
    }
}
