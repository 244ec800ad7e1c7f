package org.xudai.dossier;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * {@code java -jar xudai.jar reconcile}: compares the rows of documents with the objects of the store, while the system
 * works or before it is let work again after a restore, and names each difference. Changes nothing.
 *
 * <p>Ends with 0 where each document has its bytes, 1 where one has not, 2 where it could not be checked. Bytes without a
 * document are named and alone do not make it a 1: the sweeper takes them away.
 */
public final class ReconcileCommand {

    /** The word that starts it. */
    public static final String NAME = "reconcile";

    /** Says that no node works. */
    private static final String AT_REST = "--at-rest";

    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private final PrintStream out;
    private final Locale locale;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    /**
     * A command.
     *
     * @param out where it tells what it found
     * @param locale Chinese unless it is English
     */
    public ReconcileCommand(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        texts.setBasename("messages/dossier");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** What the comparison needs, and nothing of the engine, the sites or the sweeper. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @EnableConfigurationProperties(StoreSettings.class)
    @Import({Reconciliation.class, S3ObjectStore.class})
    @ComponentScan("org.xudai.calendar")
    @ConfigurationPropertiesScan("org.xudai.calendar")
    private static final class Comparison {}

    /**
     * Compares.
     *
     * @param arguments settings that follow the word, as {@code --spring.datasource.url=…}, and {@code --at-rest} where no
     *     node works: bytes without a document are then named whatever their age
     * @return the exit code
     */
    public int run(List<String> arguments) {
        for (String word : arguments) {
            if (!word.startsWith("--")) {
                return tell(NOT_CHECKED, "reconcile.usage", word);
            }
        }
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Comparison.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        "logging.level.root=ERROR",
                        "spring.datasource.hikari.maximum-pool-size=2",
                        "spring.datasource.hikari.connection-timeout=10000");
        try (ConfigurableApplicationContext context = builder.run(arguments.toArray(String[]::new))) {
            return compare(context.getBean(Reconciliation.class), arguments.contains(AT_REST));
        } catch (ObjectStoreUnavailable e) {
            return tell(NOT_CHECKED, "reconcile.no-store");
        } catch (DataAccessException | TransactionException e) {
            return tell(
                    NOT_CHECKED,
                    "reconcile.no-database",
                    String.valueOf(e.getMostSpecificCause().getMessage()));
        } catch (BeansException e) {
            return tell(NOT_CHECKED, "reconcile.settings", String.valueOf(e.getMessage()));
        }
    }

    private int compare(Reconciliation reconciliation, boolean atRest) {
        AtomicInteger missing = new AtomicInteger();
        Reconciliation.Compared compared = reconciliation.compare(atRest, difference -> {
            if (difference.kind() == Reconciliation.Kind.OBJECT_MISSING) {
                missing.incrementAndGet();
            }
            tell(BROKEN, "reconcile." + difference.kind(), difference.key(), String.valueOf(difference.document()));
        });
        return missing.get() == 0
                ? tell(HOLDS, "reconcile.holds", compared.rows(), compared.objects())
                : tell(BROKEN, "reconcile.broken", missing.get(), compared.rows(), compared.objects());
    }

    private int tell(int code, String key, Object... arguments) {
        out.println(texts.getMessage(key, arguments, locale));
        return code;
    }
}
