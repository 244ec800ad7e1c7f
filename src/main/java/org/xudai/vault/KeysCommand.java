package org.xudai.vault;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar xudai.jar keys status|rotate}: tells how the keys of the vault stand, or brings everything under the keys
 * in use while the system works. Ends with 0 where no older key is needed, 1 where one is, 2 where it could not be told.
 */
public final class KeysCommand {

    /** The word that starts it. */
    public static final String NAME = "keys";

    private static final int DONE = 0;
    private static final int LEFT = 1;
    private static final int NOT_TOLD = 2;

    private final PrintStream out;
    private final Locale locale;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    /**
     * A command.
     *
     * @param out where it tells what it found
     * @param locale Chinese unless it is English
     */
    public KeysCommand(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        texts.setBasename("messages/vault");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** What the vault needs, the tables that modules declare, and nothing else of them. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @ComponentScan({"org.xudai.vault", "org.xudai.calendar"})
    @ComponentScan(
            basePackages = "org.xudai",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SealedTable.class))
    @ConfigurationPropertiesScan({"org.xudai.vault", "org.xudai.calendar"})
    private static final class KeyRoom {}

    /**
     * Tells or rotates.
     *
     * @param arguments what follows the word
     * @return the exit code
     */
    public int run(List<String> arguments) {
        List<String> settings =
                arguments.stream().filter(word -> word.startsWith("--")).toList();
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("--")).toList();
        boolean rotates = words.equals(List.of("rotate"));
        if (!rotates && !words.equals(List.of("status"))) {
            return tell(NOT_TOLD, "keys.usage", String.join(" ", words));
        }
        SpringApplicationBuilder builder = new SpringApplicationBuilder(KeyRoom.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        "logging.level.root=OFF",
                        "spring.datasource.hikari.maximum-pool-size=2",
                        "spring.datasource.hikari.connection-timeout=10000");
        try (ConfigurableApplicationContext context = builder.run(settings.toArray(String[]::new))) {
            KeyRotation rotation = context.getBean(KeyRotation.class);
            if (rotates) {
                rotation.rotate();
            }
            return tell(rotation);
        } catch (BeansException | DataAccessException | VaultFault | KeyManagementUnavailable e) {
            return tell(
                    NOT_TOLD,
                    "keys.not-told",
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }

    private int tell(KeyRotation rotation) {
        for (KeyRotation.Standing key : rotation.standings()) {
            String use = text(key.use() == KeyRotation.Use.WRAPS ? "keys.wraps" : "keys.hashes");
            if (key.inUse()) {
                tell(DONE, "keys.in-use", use, key.id(), key.rows());
            } else if (key.rows() > 0) {
                tell(LEFT, "keys.needed", use, key.id(), key.rows());
            } else {
                tell(DONE, "keys.removable", use, key.id());
            }
        }
        long unsealed = rotation.unsealed();
        if (unsealed > 0) {
            tell(LEFT, "keys.unsealed", unsealed);
        }
        return rotation.isComplete() ? DONE : LEFT;
    }

    private int tell(int code, String key, Object... arguments) {
        out.println(texts.getMessage(key, arguments, locale));
        return code;
    }

    private String text(String key) {
        return texts.getMessage(key, null, locale);
    }
}
