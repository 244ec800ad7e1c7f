package org.xudai.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.ObjectStoreServer;
import org.xudai.testing.ServerSettings;

/** What measured nodes need around them, without the wires that can be cut: those would cost what is measured. */
public final class Site implements AutoCloseable {

    final Carrier carrier = new Carrier();
    private final CoreSystem core = new CoreSystem();
    private final Path directory;
    private final ObjectStoreServer store;
    private final String url = EmbeddedDatabase.freshUrl();

    /** A new database, and an empty store. */
    public Site() {
        try {
            directory = Files.createTempDirectory("xudai-bench");
            store = new ObjectStoreServer(Files.createDirectories(directory.resolve("objects")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.start();
    }

    /** The database of the nodes. */
    public JdbcClient jdbc() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return JdbcClient.create(source);
    }

    /** Lets the demo staff sign in without the work of a slow hash: machine callers use tokens, and bcrypt is not measured here. */
    void quickPasswords() {
        jdbc().sql("update staff set password_hash = '{noop}xudai-demo'").update();
    }

    ObjectStoreServer store() {
        return store;
    }

    List<String> settings() {
        return new ServerSettings(url, store.endpoint(), directory)
                .argumentsWith(
                        "--xudai.access.public-url=https://renewals.bank.example",
                        "--xudai.notices.quiet-hours=false",
                        "--xudai.notices.sms.url=http://127.0.0.1:" + carrier.port() + "/messages",
                        "--xudai.core-banking.url=http://127.0.0.1:" + core.port());
    }

    @Override
    public void close() {
        carrier.close();
        core.close();
        store.stop();
    }
}
