package org.xudai.development;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.xudai.XudaiApplication;
import org.xudai.testing.ObjectStoreServer;
import org.xudai.testing.ServerSettings;

/**
 * Starts Xudai on a machine with nothing but a JDK and Maven: {@code mvn spring-boot:test-run}.
 *
 * <p>{@code --xudai.demo=false} starts without loans; {@code --xudai.demo.now=2026-12-01T09:00:00+08:00} at another
 * time; {@code --server.port=8081} on another port.
 */
public final class DevelopmentStart {

    private static final String NOW = "--xudai.demo.now=";

    private DevelopmentStart() {}

    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        LoggingSystem.get(DevelopmentStart.class.getClassLoader()).beforeInitialize();
        Path directory = Files.createTempDirectory("xudai-development");
        EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        ObjectStoreServer store = new ObjectStoreServer(Files.createDirectories(directory.resolve("objects")));
        store.start();
        SpringApplication.getShutdownHandlers().add(() -> {
            store.stop();
            close(database);
        });
        List<String> all = new ArrayList<>(settings(database, store, directory));
        Arrays.stream(arguments)
                .map(argument -> argument.startsWith(NOW)
                        ? "--xudai.calendar.start-at=" + argument.substring(NOW.length())
                        : argument)
                .forEach(all::add);
        new SpringApplicationBuilder(XudaiApplication.class, DevelopmentBeans.class).run(all.toArray(String[]::new));
    }

    private static List<String> settings(EmbeddedPostgres database, ObjectStoreServer store, Path directory) {
        return new ServerSettings(
                        database.getJdbcUrl("postgres", "postgres") + "&currentSchema=camunda,xudai",
                        store.endpoint(),
                        directory)
                .argumentsWith(
                        // it calls it an error to be asked for what it has not, such as object lock
                        "--logging.level.org.gaul.s3proxy.S3ProxyHandler=off",
                        "--xudai.notices.quiet-hours=false",
                        "--xudai.access.public-url=http://127.0.0.1:${server.port:8080}",
                        "--xudai.engine.retry=PT2S,PT2S");
    }

    private static void close(EmbeddedPostgres database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException("the database did not stop", e);
        }
    }
}
