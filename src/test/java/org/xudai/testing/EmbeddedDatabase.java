package org.xudai.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for the whole JVM, embedded or, in the profile {@code containers}, in a container; each Spring context gets a
 * database of its own from it.
 */
public final class EmbeddedDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final UnaryOperator<String> SERVER = TestServers.inContainers() ? container() : embedded();

    private EmbeddedDatabase() {}

    /** JDBC address of a new, empty database. */
    public static String freshUrl() {
        String name = "xudai_" + NUMBER.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    /** Makes sure that a role exists that may sign in and is nobody special. */
    public static void role(String name) {
        execute("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + name + "') THEN CREATE ROLE "
                + name + " LOGIN PASSWORD 'postgres'; END IF; END $$");
    }

    /** A new database migrated with the plain SQL migrations of every module, for tests without a Spring context. */
    public static DataSource freshMigrated() {
        return freshOfVersion("latest");
    }

    /** As {@link #freshMigrated}, up to a version only: what an older release left. */
    public static DataSource freshOfVersion(String version) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(freshUrl());
        migrate(source, version);
        return source;
    }

    /** Migrates on, up to a version or {@code latest}. */
    public static void migrate(DataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .schemas("xudai", "camunda")
                .defaultSchema("xudai")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private static String url(String name) {
        return SERVER.apply(name) + "&currentSchema=camunda,xudai";
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(SERVER.apply("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the address of a database of the server by its name. */
    private static UnaryOperator<String> container() {
        return ContainerDatabase.started()::url;
    }

    private static UnaryOperator<String> embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            return name -> server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
