package org.xudai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Gives each Spring context its own database and object store. */
public final class FreshServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One for all contexts of a JVM: to make it takes a second. */
    private static final Path SEAL_KEY = sealKey();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path directory = Files.createTempDirectory("xudai-servers");
            RunningStore store = TestServers.store(Files.createDirectories(directory.resolve("objects")));
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> store.close());
            TestPropertyValues.of(
                            new ServerSettings(EmbeddedDatabase.freshUrl(), store.endpoint(), directory).properties())
                    .and(
                            "xudai.bank-seal.key-file=" + SEAL_KEY.resolve("bank-seal.p12"),
                            "xudai.bank-seal.password-file=" + SEAL_KEY.resolve("bank-seal.password"),
                            "spring.datasource.hikari.maximum-pool-size=12",
                            "xudai.testing=true",
                            "xudai.engine.retry=PT2S,PT2S",
                            "xudai.intake.inspectors=2",
                            "xudai.intake.patience=60s",
                            "xudai.intake.worker.warm=0",
                            "xudai.intake.worker.idle=20s",
                            "camunda.bpm.generate-unique-process-engine-name=true",
                            "camunda.bpm.generate-unique-process-application-name=true")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sealKey() {
        try {
            return Files.createTempDirectory("xudai-seal-key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
