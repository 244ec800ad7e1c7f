package org.xudai.vault;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.xudai.command.Console;
import org.xudai.command.Ending;
import org.xudai.command.Room;
import org.xudai.command.Words;

/**
 * {@code java -jar xudai.jar keys status|rotate}: tells how the keys of the vault stand, or brings everything under the keys
 * in use while the system works. Ends with 0 where no older key is needed, 1 where one is, 2 where it could not be told.
 */
public final class KeysCommand {

    /** The word that starts it. */
    public static final String NAME = "keys";

    private final Console console;

    /**
     * A command.
     *
     * @param out where it tells what it found
     * @param locale Chinese unless it is English
     */
    public KeysCommand(PrintStream out, Locale locale) {
        console = new Console(out, locale, "vault");
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
        Words words = Words.read(arguments, Set.of());
        boolean rotates = words.plain().equals(List.of("rotate"));
        if (!words.unknown().isEmpty() || !(rotates || words.plain().equals(List.of("status")))) {
            return console.tell(Ending.NOT_TOLD, "keys.usage", String.join(" ", words.notSettings()))
                    .code();
        }
        return Room.open(KeyRoom.class, words.settings(), console, room -> {
                    KeyRotation rotation = room.getBean(KeyRotation.class);
                    try {
                        if (rotates) {
                            rotation.rotate();
                        }
                        return tell(rotation);
                    } catch (VaultFault e) {
                        return console.tell(Ending.NOT_TOLD, "keys.not-told", String.valueOf(e.getMessage()));
                    }
                })
                .code();
    }

    private Ending tell(KeyRotation rotation) {
        for (KeyRotation.Standing key : rotation.standings()) {
            String use = console.text(key.use() == KeyRotation.Use.WRAPS ? "keys.wraps" : "keys.hashes");
            if (key.inUse()) {
                console.tell(Ending.GOOD, "keys.in-use", use, key.id(), key.rows());
            } else if (key.rows() > 0) {
                console.tell(Ending.BAD, "keys.needed", use, key.id(), key.rows());
            } else {
                console.tell(Ending.GOOD, "keys.removable", use, key.id());
            }
        }
        long unsealed = rotation.unsealed();
        if (unsealed > 0) {
            console.tell(Ending.BAD, "keys.unsealed", unsealed);
        }
        return rotation.isComplete() ? Ending.GOOD : Ending.BAD;
    }
}
