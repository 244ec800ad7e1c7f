package org.xudai.command;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.xudai.kernel.OutsideSystemAway;

/** The part of the system that a command needs, opened with the settings it was given and closed behind it. */
public final class Room {

    private Room() {}

    /**
     * Works in a room. Where the database, another system or a setting is missing, that is told and nothing is done.
     *
     * @param configuration what the room holds: nothing of the engine or the sites
     * @param settings as {@code --name=value}
     * @param work what is done there
     */
    public static Ending open(
            Class<?> configuration, List<String> settings, Console console, Function<ApplicationContext, Ending> work) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        "logging.level.root=OFF",
                        "spring.datasource.hikari.maximum-pool-size=2",
                        "spring.datasource.hikari.connection-timeout=10000");
        try (ConfigurableApplicationContext context = builder.run(settings.toArray(String[]::new))) {
            return work.apply(context);
        } catch (DataAccessException | TransactionException e) {
            return console.tell(Ending.NOT_TOLD, "command.no-database", cause(e));
        } catch (OutsideSystemAway e) {
            return console.tell(Ending.NOT_TOLD, "command.away", String.valueOf(e.getMessage()));
        } catch (BeansException e) {
            return console.tell(Ending.NOT_TOLD, sentence(e), cause(e));
        }
    }

    private static String sentence(BeansException e) {
        if (e.contains(OutsideSystemAway.class)) {
            return "command.away";
        }
        return e.contains(SQLException.class) ? "command.no-database" : "command.settings";
    }

    private static String cause(Throwable e) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
}
