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

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path directory = Files.createTempDirectory("xudai-store");
            ObjectStoreServer store = new ObjectStoreServer(directory);
            store.start();
            context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> store.stop());
            TestPropertyValues.of(
                            "spring.datasource.url=" + EmbeddedDatabase.freshUrl(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres",
                            "spring.datasource.hikari.maximum-pool-size=12",
                            "xudai.development=true",
                            "xudai.testing=true",
                            "xudai.engine.retry=PT2S,PT2S",
                            "camunda.bpm.generate-unique-process-engine-name=true",
                            "camunda.bpm.generate-unique-process-application-name=true",
                            "xudai.forms.page-code-key-file=" + keys(directory, "page-codes"),
                            "xudai.vault.key-encryption-key-file=" + keys(directory, "key-encryption"),
                            "xudai.vault.search-hash-key-file=" + keys(directory, "search-hash"),
                            "xudai.store.endpoint=" + store.endpoint(),
                            "xudai.store.access-key=" + store.accessKey(),
                            "xudai.store.secret-key=" + store.secretKey())
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keys(Path directory, String name) {
        return directory.resolveSibling(directory.getFileName() + "." + name + ".key");
    }
}
