package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.xudai.audit.Actor;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.signing.TrustFiles;

/**
 * Hostile and odd files, opened by workers as at a bank: a collection made here, and a large one from
 * elsewhere, named by {@code -Dxudai.corpus=DIR} with its {@code MANIFEST.tsv}.
 */
class CorpusTests {

    private static final String DIRECTORY = "xudai.corpus";
    private static final Set<String> DAMAGED = Set.of("DAMAGED", "TYPE_NOT_ACCEPTED", "TOO_LARGE", "BOMB", "EMPTY");

    /** One of the damaged files is encrypted in a way nobody can tell from a password. */
    private static final Set<String> DAMAGED_OR_LOCKED =
            Stream.concat(DAMAGED.stream(), Stream.of("ENCRYPTED")).collect(Collectors.toSet());

    private static final Set<String> ACTIVE =
            Set.of("ACTIVE_SCRIPT", "ACTIVE_LAUNCH", "ACTIVE_LINK", "ACTIVE_XFA", "ATTACHMENT");
    private static final Set<String> TO_LOOK_AT = Set.of("PICTURE_TO_CHECK", "TABLE_TO_CHECK", "NOT_SCANNED");

    @TempDir
    Path files;

    /** Time a file may take, which for those made here is shorter: two of them take all there is. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(8);

    /** Fewer than there are workers, so that none waits for another. */
    private static final int AT_ONCE = 2;

    private final Findings findings = new Findings(InspectionRoom.settings(PATIENCE));
    private final Inspection inspection = new Inspection(
            new PageCheck(Mockito.mock(FormLibrary.class), Mockito.mock(ReceivedPages.class), findings),
            Mockito.mock(PageChecks.class),
            Mockito.mock(FormLibrary.class),
            findings,
            new SignatureVerdicts(
                    Mockito.mock(TrustFiles.class),
                    Mockito.mock(FormLibrary.class),
                    Mockito.mock(Dossier.class),
                    (caseNumber, material) -> new SignerNames.Signers(List.of("陈茂生"), "茶行"),
                    Clock.systemUTC()));
    private final Map<String, Integer> met = new TreeMap<>();
    private final Map<WorkerEnd, Long> ended = new EnumMap<>(WorkerEnd.class);
    private final List<String> missed = new ArrayList<>();
    private long slowest;
    private String slowestFile = "";

    /**
     * A file of a collection.
     *
     * @param expect what the product has to say, as the collection's own description explains
     */
    record Row(Path file, String sha256, String expect) {}

    @Test
    void everyHostileFileMadeHereGetsItsVerdict() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (HostileFiles.Made made : HostileFiles.all()) {
            Path file = files.resolve(made.name());
            Files.write(file, made.bytes());
            rows.add(new Row(file, sha256(made.bytes()), made.expect()));
        }

        judge(rows, LITTLE_PATIENCE);

        assertThat(missed).isEmpty();
        assertThat(rows).hasSizeGreaterThan(30);
    }

    /**
     * Files whose verdict is another than the collection's: one is refused for a link to no web page before its signatures are
     * asked; of the two others docs/adr/0017 speaks.
     */
    private static final Set<String> KNOWN = Set.of(
            "dss_annotation-and-visible-change.pdf: REFUSED [ACTIVE_LINK",
            "pyhanko_form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf: UNDECIDED",
            "dss_Signature-P-IT_ADO-1-HASH_FAILURE-ECDSA-.pdf: REFUSED");

    @Test
    void everyFileOfTheLargeCollectionGetsItsVerdict() throws Exception {
        String directory = System.getProperty(DIRECTORY, "");
        assumeTrue(!directory.isEmpty(), "not run: name the large collection by -D" + DIRECTORY + "=DIR");
        List<Row> rows = manifest(Path.of(directory));

        judge(rows, PATIENCE);

        assertThat(missed).allMatch(miss -> KNOWN.stream().anyMatch(miss::contains));
        assertThat(rows).hasSizeGreaterThan(300);
        assertThat(met.keySet())
                .contains("accept", "reject-malformed", "reject-active", "reject-encrypted", "any-clear-verdict");
    }

    private static List<Row> manifest(Path directory) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("MANIFEST.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (!columns[0].equals("file")) {
                rows.add(new Row(directory.resolve(columns[0]), columns[2], columns[5]));
            }
        }
        return rows;
    }

    private void judge(List<Row> rows, Duration patience) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(patience))) {
            List<Callable<Void>> files = rows.stream()
                    .<Callable<Void>>map(row -> () -> {
                        judge(row, room);
                        return null;
                    })
                    .toList();
            for (Future<Void> file : senders.invokeAll(files)) {
                file.get();
            }
            for (WorkerEnd end : WorkerEnd.values()) {
                ended.put(end, room.workers().ended(end));
            }
        } finally {
            senders.shutdownNow();
        }
        tell(rows.size());
    }

    private void judge(Row row, InspectionRoom room) throws IOException {
        byte[] bytes = Files.readAllBytes(row.file());
        assertThat(sha256(bytes)).as("bytes of %s", row.file()).isEqualTo(row.sha256());
        long start = System.nanoTime();
        InspectedFile file = room.inspect(bytes);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        synchronized (met) {
            judge(row, file);
            if (millis > slowest) {
                slowest = millis;
                slowestFile = row.file().getFileName().toString();
            }
        }
    }

    private void judge(Row row, InspectedFile file) {
        Verdict verdict = inspection.judge(picture(), List.of(file));
        Set<String> codes =
                verdict.findings().stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
        if (isMet(row.expect(), file, codes, verdict.state())) {
            met.merge(row.expect(), 1, Integer::sum);
        } else {
            missed.add(row.expect() + " " + row.file() + ": " + verdict.state() + " " + codes);
        }
    }

    /** Nobody in these files is known to the bank: intact or not is said, and an intact one is looked at by somebody. */
    private static boolean isMet(String expect, InspectedFile file, Set<String> codes, DocumentState state) {
        boolean refused = state == DocumentState.REFUSED;
        boolean claimsNothing =
                codes.stream().noneMatch(code -> code.contains("INTACT")) && state != DocumentState.ACCEPTED;
        return switch (expect) {
            case "accept" -> !refused && !file.hasProblem() && !file.pages().isEmpty() && TO_LOOK_AT.containsAll(codes);
            case "accept-table" -> !refused && file.kind() == FileKind.XLSX;
            case "reject-malformed" -> refused && codes.stream().anyMatch(DAMAGED_OR_LOCKED::contains);
            case "reject-active" -> refused && codes.stream().anyMatch(ACTIVE::contains);
            case "reject-encrypted" -> refused && codes.contains("ENCRYPTED");
            case "reject-bomb" -> refused && (codes.contains("BOMB") || codes.contains("TOO_LARGE"));
            case "ask-unreadable" -> state == DocumentState.UNDECIDED && codes.contains("UNREADABLE");
            case "signature-intact", "signature-untrusted-but-intact" ->
                state == DocumentState.UNDECIDED
                        && codes.containsAll(Set.of("SIGNATURE_INTACT", "SIGNER_UNKNOWN"))
                        && codes.stream().noneMatch(DAMAGED::contains);
            case "signature-broken" -> refused && claimsNothing && codes.contains("SIGNATURE_BROKEN");
            case "any-clear-verdict" -> state != DocumentState.ACCEPTED;
            default -> fail("nobody knows what %s means", expect);
        };
    }

    private void tell(int files) {
        int signed = met.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("signature"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        // not to a log: another test's context may have made it quiet
        System.out.printf(
                "corpus: %d files, met %s, missed %d, slowest %d ms (%s); %d signatures left to a person,"
                        + " %d with any clear verdict; workers ended: %s%n",
                files,
                met,
                missed.size(),
                slowest,
                slowestFile,
                signed,
                met.getOrDefault("any-clear-verdict", 0),
                ended);
    }

    private static Document picture() {
        return new Document(
                DocumentId.random(),
                CaseNumber.of(2026, 1187),
                new MaterialCode("licence"),
                Channel.PORTAL,
                Actor.system("test"),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                DocumentState.INSPECTING,
                null,
                List.of());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
