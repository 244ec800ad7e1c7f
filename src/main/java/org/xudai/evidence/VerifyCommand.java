package org.xudai.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
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
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessException;
import org.xudai.audit.AuditSeals;
import org.xudai.audit.AuditTrail;
import org.xudai.audit.ChainVerdict;
import org.xudai.audit.Seal;
import org.xudai.audit.SealVerdict;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.OutsideSystemAway;

/**
 * {@code java -jar xudai.jar verify}: checks the record and names the first entry of each chain that does not fit.
 *
 * <ul>
 *   <li>without more, every chain of the database that the settings name (also as {@code --spring.datasource.url=…});
 *   <li>with case numbers, the chains of these cases;
 *   <li>with evidence boxes ({@code *.zip}), each box offline, with no database at all; where a database is named on the
 *       command line all the same, the seals in the boxes are compared with the seals that it holds now: a box given out
 *       long ago tells whether the record was written anew since.
 * </ul>
 *
 * Ends with 0 where all holds, 1 where something does not, 2 where it could not be checked.
 */
public final class VerifyCommand {

    /** The word that starts it. */
    public static final String NAME = "verify";

    private static final String DATABASE = "--spring.datasource.url=";
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
    public VerifyCommand(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        texts.setBasename("messages/evidence");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** What the check of chains needs, and nothing of the engine or the sites. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @ComponentScan({"org.xudai.audit", "org.xudai.calendar", "org.xudai.vault"})
    @ConfigurationPropertiesScan({"org.xudai.audit", "org.xudai.calendar", "org.xudai.vault"})
    private static final class RecordReader {}

    /**
     * Checks.
     *
     * @param arguments what follows the word
     * @return the exit code
     */
    public int run(List<String> arguments) {
        List<String> settings =
                arguments.stream().filter(word -> word.startsWith("--")).toList();
        List<String> boxes = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (String word : arguments) {
            if (word.endsWith(".zip")) {
                boxes.add(word);
            } else if (isCase(word)) {
                cases.add(word);
            } else if (!word.startsWith("--")) {
                return tell(NOT_CHECKED, "verify.usage", word);
            }
        }
        int worst = HOLDS;
        List<Seal> known = new ArrayList<>();
        for (String box : boxes) {
            worst = Math.max(worst, box(Path.of(box), known));
        }
        if (boxes.isEmpty() || !cases.isEmpty()) {
            worst = Math.max(worst, inDatabase(settings, record -> chains(record, cases)));
        }
        return !known.isEmpty() && settings.stream().anyMatch(setting -> setting.startsWith(DATABASE))
                ? Math.max(worst, inDatabase(settings, record -> compared(record, known)))
                : worst;
    }

    private int box(Path box, List<Seal> known) {
        if (!Files.isReadable(box)) {
            return tell(NOT_CHECKED, "verify.unreadable", box);
        }
        try {
            BoxVerdict verdict = BoxVerifier.verify(box);
            verdict.problems()
                    .forEach(problem -> tell(
                            BROKEN,
                            "verify.box-broken",
                            box,
                            text("verify.problem." + problem.code()),
                            problem.where()));
            known.addAll(verdict.seals());
            return verdict.holds()
                    ? tell(
                            HOLDS,
                            "verify.box-holds",
                            box,
                            verdict.caseNumber(),
                            verdict.files(),
                            verdict.entries(),
                            verdict.sealed())
                    : BROKEN;
        } catch (IOException e) {
            return tell(NOT_CHECKED, "verify.unreadable", box);
        }
    }

    private int inDatabase(List<String> settings, ToIntFunction<ConfigurableApplicationContext> check) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(RecordReader.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        "logging.level.root=ERROR",
                        "spring.datasource.hikari.maximum-pool-size=1",
                        "spring.datasource.hikari.connection-timeout=10000");
        try (ConfigurableApplicationContext context = builder.run(settings.toArray(String[]::new))) {
            return check.applyAsInt(context);
        } catch (DataAccessException e) {
            return tell(
                    NOT_CHECKED,
                    "verify.no-database",
                    String.valueOf(e.getMostSpecificCause().getMessage()));
        } catch (OutsideSystemAway e) {
            return tell(NOT_CHECKED, "verify.no-keys", String.valueOf(e.getMessage()));
        } catch (BeansException e) {
            if (e.contains(SQLException.class)) {
                return tell(
                        NOT_CHECKED,
                        "verify.no-database",
                        String.valueOf(e.getMostSpecificCause().getMessage()));
            }
            return tell(NOT_CHECKED, "verify.settings", String.valueOf(e.getMessage()));
        }
    }

    private int compared(ConfigurableApplicationContext context, List<Seal> known) {
        Map<Long, Seal> kept =
                context
                        .getBean(AuditSeals.class)
                        .find(known.stream().map(Seal::number).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Seal::number, seal -> seal));
        List<Long> strange = known.stream()
                .filter(seal -> !seal.equals(kept.get(seal.number())))
                .map(Seal::number)
                .distinct()
                .sorted()
                .toList();
        strange.forEach(number -> tell(BROKEN, "verify.seal-strange", Long.toString(number)));
        return strange.isEmpty() ? tell(HOLDS, "verify.seals-same", kept.size()) : BROKEN;
    }

    private int chains(ConfigurableApplicationContext context, List<String> cases) {
        AuditTrail trail = context.getBean(AuditTrail.class);
        AuditSeals seals = context.getBean(AuditSeals.class);
        List<String> known = trail.chains();
        List<String> asked = cases.isEmpty() ? known : cases;
        int worst = HOLDS;
        long entries = 0;
        long erased = 0;
        for (String chain : asked) {
            if (!known.contains(chain)) {
                worst = Math.max(worst, tell(NOT_CHECKED, "verify.unknown", chain));
                continue;
            }
            ChainVerdict verdict = trail.verifyChain(chain);
            entries += verdict.entries();
            erased += verdict.erased();
            if (!verdict.holds()) {
                worst = Math.max(
                        worst,
                        tell(
                                BROKEN,
                                "verify.chain-broken",
                                chain,
                                Long.toString(verdict.brokenAt()),
                                text("verify.problem." + verdict.problem())));
            }
            List<Long> unexplained = trail.unexplained(chain);
            if (!unexplained.isEmpty()) {
                worst = Math.max(
                        worst,
                        tell(
                                BROKEN,
                                "verify.taken-away",
                                chain,
                                unexplained.size(),
                                Long.toString(unexplained.get(0))));
            }
            if (!cases.isEmpty()) {
                worst = Math.max(worst, seals(seals.verifyChain(chain)));
            }
        }
        if (cases.isEmpty()) {
            worst = Math.max(worst, seals(seals.verifyAll()));
        }
        if (erased > 0) {
            tell(HOLDS, "verify.erased", erased);
        }
        return worst == HOLDS ? tell(HOLDS, "verify.chains-hold", asked.size(), entries) : worst;
    }

    private int seals(SealVerdict verdict) {
        for (SealVerdict.Problem problem : verdict.problems()) {
            String what = text("verify.problem." + problem.code());
            String number = Long.toString(problem.seal());
            String position = Long.toString(problem.position());
            if (problem.chain().isEmpty()) {
                tell(BROKEN, "verify.seal-broken", number, what);
            } else {
                tell(BROKEN, "verify.entry-broken", problem.chain(), position, what, number);
            }
        }
        return verdict.holds()
                ? tell(HOLDS, "verify.seals-hold", verdict.seals(), verdict.leaves(), verdict.waiting())
                : BROKEN;
    }

    private static boolean isCase(String word) {
        try {
            return new CaseNumber(word).value().equals(word);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private int tell(int code, String key, Object... arguments) {
        out.println(texts.getMessage(key, arguments, locale));
        return code;
    }

    private String text(String key) {
        return texts.getMessage(key, null, locale);
    }
}
