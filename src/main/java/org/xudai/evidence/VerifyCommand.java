package org.xudai.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.xudai.audit.Seal;
import org.xudai.bankseal.NeedsSealKey;
import org.xudai.bankseal.SealCertificate;
import org.xudai.bankseal.SignedFile;
import org.xudai.command.Console;
import org.xudai.command.Ending;
import org.xudai.command.Room;
import org.xudai.command.Words;
import org.xudai.kernel.CaseNumber;

/**
 * {@code java -jar xudai.jar verify}: checks the record and names the first entry of each chain that does not fit.
 *
 * <ul>
 *   <li>without more, every chain of the database that the settings name (also as {@code --spring.datasource.url=…});
 *   <li>with case numbers, the chains of these cases;
 *   <li>with evidence boxes ({@code *.zip}), each box offline, with no database at all; where a database is named on the
 *       command line all the same, the seals in the boxes are compared with the seals that it holds now: a box given out
 *       long ago tells whether the record was written anew since;
 *   <li>with a certificate of erasure as it is handed out ({@code *.zip} too), its signature, offline;
 *   <li>with {@code --trust=certificate.pem}, also whether one of these certificates vouches for those that signed the
 *       seals; without, it says which it believed.
 * </ul>
 *
 * Ends with 0 where all holds, 1 where something does not, 2 where it could not be checked. It needs no private key.
 */
public final class VerifyCommand {

    /** The word that starts it. */
    public static final String NAME = "verify";

    private static final String TRUST = "trust";

    private final Console console;

    /**
     * A command.
     *
     * @param out where it tells what it found
     * @param locale Chinese unless it is English
     */
    public VerifyCommand(PrintStream out, Locale locale) {
        console = new Console(out, locale, "evidence");
    }

    /** What the check of chains needs, and nothing of the engine, the sites or the bank's seal key. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"org.xudai.audit", "org.xudai.bankseal", "org.xudai.calendar", "org.xudai.vault"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = NeedsSealKey.class))
    @ConfigurationPropertiesScan({"org.xudai.audit", "org.xudai.calendar", "org.xudai.vault"})
    static final class RecordReader {}

    /**
     * Checks.
     *
     * @param arguments what follows the word
     * @return the exit code
     */
    public int run(List<String> arguments) {
        Words words = Words.read(arguments, Set.of(TRUST));
        List<String> boxes = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        List<String> unknown = new ArrayList<>(words.unknown());
        for (String word : words.plain()) {
            if (word.endsWith(".zip")) {
                boxes.add(word);
            } else if (isCase(word)) {
                cases.add(word);
            } else {
                unknown.add(word);
            }
        }
        if (!unknown.isEmpty()) {
            return console.tell(Ending.NOT_TOLD, "verify.usage", unknown.get(0)).code();
        }
        List<X509Certificate> trusted = new ArrayList<>();
        Ending worst = Ending.GOOD;
        for (String file : words.values(TRUST)) {
            worst = worst.and(trust(file, trusted));
        }
        return worst == Ending.GOOD ? run(words, boxes, cases, trusted).code() : worst.code();
    }

    private Ending run(Words words, List<String> boxes, List<String> cases, List<X509Certificate> trusted) {
        BoxCheck offline = new BoxCheck(console, trusted);
        SignedFileCheck signed = new SignedFileCheck(console, trusted);
        RecordCheck record = new RecordCheck(console, trusted);
        Ending worst = Ending.GOOD;
        List<Seal> known = new ArrayList<>();
        for (String box : boxes) {
            worst = worst.and(signedFile(box)
                    .map(file -> signed.check(box, file))
                    .orElseGet(() -> offline.check(Path.of(box), known)));
        }
        if (boxes.isEmpty() || !cases.isEmpty()) {
            worst = worst.and(
                    Room.open(RecordReader.class, words.settings(), console, room -> record.chains(room, cases)));
        }
        if (!known.isEmpty() && words.setting("spring.datasource.url").isPresent()) {
            worst = worst.and(
                    Room.open(RecordReader.class, words.settings(), console, room -> record.compared(room, known)));
        }
        return worst;
    }

    /** A file that the bank signed, where it is one; what cannot be read is told by who looks for a box. */
    private static Optional<SignedFile> signedFile(String file) {
        try {
            return SignedFile.read(Path.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Ending trust(String file, List<X509Certificate> trusted) {
        try {
            trusted.addAll(SealCertificate.certificates(Files.readString(Path.of(file))));
            return Ending.GOOD;
        } catch (IOException | IllegalArgumentException e) {
            return console.tell(Ending.NOT_TOLD, "verify.trust-unreadable", file);
        }
    }

    private static boolean isCase(String word) {
        try {
            return new CaseNumber(word).value().equals(word);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
