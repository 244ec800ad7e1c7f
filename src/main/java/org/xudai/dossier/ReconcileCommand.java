package org.xudai.dossier;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.xudai.command.Console;
import org.xudai.command.Ending;
import org.xudai.command.Room;
import org.xudai.command.Words;

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
    private static final String AT_REST = "at-rest";

    private final Console console;

    /**
     * A command.
     *
     * @param out where it tells what it found
     * @param locale Chinese unless it is English
     */
    public ReconcileCommand(PrintStream out, Locale locale) {
        console = new Console(out, locale, "dossier");
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
        Words words = Words.read(arguments, Set.of(AT_REST));
        if (!words.unknown().isEmpty() || !words.plain().isEmpty()) {
            return console.tell(Ending.NOT_TOLD, "reconcile.usage", String.join(" ", words.notSettings()))
                    .code();
        }
        return Room.open(Comparison.class, words.settings(), console, room -> {
                    try {
                        return compare(room.getBean(Reconciliation.class), words.has(AT_REST));
                    } catch (ObjectStoreUnavailable e) {
                        return console.tell(Ending.NOT_TOLD, "reconcile.no-store");
                    }
                })
                .code();
    }

    private Ending compare(Reconciliation reconciliation, boolean atRest) {
        AtomicInteger missing = new AtomicInteger();
        Reconciliation.Compared compared = reconciliation.compare(atRest, difference -> {
            if (difference.kind() == Reconciliation.Kind.OBJECT_MISSING) {
                missing.incrementAndGet();
            }
            console.tell(
                    Ending.BAD,
                    "reconcile." + difference.kind(),
                    difference.key(),
                    String.valueOf(difference.document()));
        });
        return missing.get() == 0
                ? console.tell(Ending.GOOD, "reconcile.holds", compared.rows(), compared.objects())
                : console.tell(Ending.BAD, "reconcile.broken", missing.get(), compared.rows(), compared.objects());
    }
}
