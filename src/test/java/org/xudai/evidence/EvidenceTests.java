package org.xudai.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Submission;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** An evidence box proves a case to somebody who has nothing but the box, and no change to it goes unseen. */
@RunningXudai
class EvidenceTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] SPREADSHEET_NOBODY_CAN_READ =
            "these are the bytes as received\r\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    CaseWorld world;

    @Autowired
    Intake intake;

    @Autowired
    EvidenceBoxes boxes;

    @TempDir
    Path directory;

    private Map<String, byte[]> box = Map.of();

    @BeforeEach
    void aCaseIsRenewed() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        intake.receive(
                new Submission(
                        number,
                        new MaterialCode("financials"),
                        Channel.MAIL,
                        Actor.staff(new StaffId("li.officer")),
                        "会计",
                        null),
                List.of(new Bytes("../../報表.xlsx", () -> new ByteArrayInputStream(SPREADSHEET_NOBODY_CAN_READ))));
        world.handInEverything(number);
        world.submit(number);
        world.investigated(number);
        world.awaitState(number, CaseState.IN_REVIEW);
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boxes.write(number, bytes);
        box = unzipped(bytes.toByteArray());
    }

    @Test
    void theBoxHoldsAsItWasGivenOut() throws IOException {
        BoxVerdict verdict = verified(box);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.files()).isEqualTo(box.size() - 1).isGreaterThan(10);
        assertThat(verdict.entries()).isGreaterThan(30);
        assertThat(verdict.sealed())
                .as("all that was committed before the box was made is under a seal")
                .isBetween(verdict.entries() - 3, verdict.entries())
                .isGreaterThan(30);
    }

    @Test
    void aProofOfASealThatWasChangedTornOrCutIsSeen() throws IOException {
        int proofs = lines(Objects.requireNonNull(box.get("proofs.tsv"))).size();

        assertThat(problems(changed("proofs.tsv", bytes -> without(bytes, 3), true)))
                .containsExactly(new BoxVerdict.Problem("PROOF_MISSING", "4"));
        assertThat(problems(changed("proofs.tsv", bytes -> without(bytes, proofs - 1), true)))
                .containsExactly(new BoxVerdict.Problem("PROOF_MISSING", Integer.toString(proofs)));
        assertThat(problems(changed("proofs.tsv", bytes -> replaced(bytes, "2\t", "3\t"), true)))
                .isNotEmpty();
        assertThat(codes(changed("seals.tsv", EvidenceTests::withRehashedSeal, true)))
                .as("a seal with another root proves nothing")
                .contains("PROOF_DIFFERS");
        assertThat(codes(changed("seals.tsv", bytes -> replaced(bytes, "\"leaves\":\"", "\"leaves\":\"9"), true)))
                .contains("SEAL_DIFFERS");
        assertThat(codes(changed("seals.tsv", bytes -> new byte[0], true))).containsExactly("SEAL_MISSING");
        assertThat(codes(changed("seals.tsv", bytes -> new byte[] {1, 2}, true)))
                .containsExactly("NOT_A_BOX");
    }

    @Test
    void everyDocumentIsThereWithItsBytesAsReceivedAndAnAnswerToWhoAndWhen() throws IOException {
        JsonNode documents = json("documents.json");

        assertThat(documents).hasSizeGreaterThanOrEqualTo(10);
        boolean found = false;
        for (JsonNode document : documents) {
            assertThat(document.path("receivedAt").asText()).isNotEmpty();
            assertThat(document.path("handedInBy").asText()).contains(":");
            for (JsonNode file : document.path("files")) {
                byte[] bytes = Objects.requireNonNull(box.get(file.path("path").asText()));
                assertThat(sha256(bytes)).isEqualTo(file.path("sha256").asText());
                assertThat(bytes).hasSize(file.path("size").asInt());
                found |= java.util.Arrays.equals(bytes, SPREADSHEET_NOBODY_CAN_READ);
            }
        }
        assertThat(found).as("a refused upload is kept too").isTrue();
        assertThat(box.keySet()).noneMatch(name -> name.contains("..") || name.contains("報表"));
    }

    @Test
    void everyDecisionSaysWhoOnWhatAndWhy() throws IOException {
        JsonNode decisions = json("decisions.json");
        List<String> hashes = new ArrayList<>();
        json("documents.json").forEach(document -> document.path("files")
                .forEach(file -> hashes.add(file.path("sha256").asText())));

        assertThat(decisions)
                .extracting(decision -> decision.path("by").asText())
                .containsExactly("li.officer", "wang.reviewer", "zhao.approver");
        for (JsonNode decision : decisions) {
            assertThat(decision.path("documents")).isNotEmpty().allMatch(hash -> hashes.contains(hash.asText()));
        }
        JsonNode opinion = decisions.get(0).path("opinion");
        assertThat(opinion.path("repaymentSource").asText()).isNotEmpty();
        assertThat(opinion.path("creditQueries"))
                .isNotEmpty()
                .allMatch(query -> query.path("number").asText().equals("ZX-1"));
    }

    @Test
    void aChangedDocumentIsSeen() throws IOException {
        String name = aDocument();

        assertThat(codes(changed(name, EvidenceTests::withAnotherByte, false)))
                .containsExactly("FILE_DIFFERS", "FILE_DIFFERS");
        assertThat(codes(changed(name, EvidenceTests::withAnotherByte, true)))
                .as("though the list of hashes was changed with it")
                .containsExactly("FILE_DIFFERS");
    }

    @Test
    void aDocumentPutInPlaceOfAnotherIsSeenThoughEveryListWasChangedWithIt() throws IOException {
        String name = aDocument();
        String before = sha256(Objects.requireNonNull(box.get(name)));
        Map<String, byte[]> changed = changed(name, EvidenceTests::withAnotherByte, true);
        String after = sha256(Objects.requireNonNull(changed.get(name)));

        assertThat(codes(changed(changed, "documents.json", bytes -> replaced(bytes, before, after), true)))
                .containsOnly("DOCUMENT_UNRECORDED");
    }

    @Test
    void aChangedDecisionIsSeen() throws IOException {
        assertThat(codes(changed(
                        "decisions.json",
                        bytes -> replaced(bytes, "\"by\" : \"wang.reviewer\"", "\"by\" : \"admin\""),
                        true)))
                .containsExactly("DECISION_UNRECORDED");
    }

    @Test
    void aFileMissingOrSlippedInIsSeen() throws IOException {
        Map<String, byte[]> fewer = new LinkedHashMap<>(box);
        fewer.remove(aDocument());
        assertThat(codes(fewer)).containsOnly("FILE_MISSING");

        Map<String, byte[]> more = new LinkedHashMap<>(box);
        more.put("documents/more.pdf", new byte[] {1});
        assertThat(codes(more)).containsExactly("FILE_UNLISTED");

        Map<String, byte[]> blind = new LinkedHashMap<>(box);
        blind.remove("SHA256SUMS");
        assertThat(codes(blind)).containsExactly("SUMS_MISSING");
    }

    @Test
    void aChainThatWasChangedTornOrCutIsSeenAtItsFirstWrongEntry() throws IOException {
        assertThat(problems(changed("chain.tsv", bytes -> replaced(bytes, "wang.reviewer", "sun.officer"), true)))
                .hasSize(1)
                .first()
                .extracting(BoxVerdict.Problem::code)
                .isEqualTo("HASH_DIFFERS");
        assertThat(problems(changed("chain.tsv", bytes -> without(bytes, 3), true)))
                .containsExactly(new BoxVerdict.Problem("GAP", "4"));
        int lines = lines(Objects.requireNonNull(box.get("chain.tsv"))).size();
        assertThat(problems(changed("chain.tsv", bytes -> without(bytes, lines - 1), true)))
                .containsExactly(new BoxVerdict.Problem("GAP", Integer.toString(lines)));
        assertThat(problems(changed("chain.tsv", EvidenceTests::withRehashedEntry, true)))
                .as("an entry hashed anew no longer fits the one after it")
                .containsExactly(new BoxVerdict.Problem("PREVIOUS_DIFFERS", "2"));
    }

    @Test
    void whatIsNoBoxIsSaidToBeNone() throws IOException {
        Path file = directory.resolve("no.zip");
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(BoxVerifier.verify(file, List.of()).problems())
                .extracting(BoxVerdict.Problem::code)
                .containsExactly("NOT_A_BOX");
        assertThat(codes(changed("chain.tsv", bytes -> "no chain".getBytes(StandardCharsets.UTF_8), true)))
                .containsExactly("NOT_A_BOX");
    }

    private JsonNode json(String name) throws IOException {
        return JSON.readTree(Objects.requireNonNull(box.get(name)));
    }

    private String aDocument() {
        return box.keySet().stream()
                .filter(name -> name.contains("financials-mail"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, byte[]> changed(String name, UnaryOperator<byte[]> change, boolean listed) {
        return changed(box, name, change, listed);
    }

    /** The box with one file changed, and with it the list of hashes where the forger thought of that. */
    static Map<String, byte[]> changed(
            Map<String, byte[]> from, String name, UnaryOperator<byte[]> change, boolean listed) {
        Map<String, byte[]> changed = new LinkedHashMap<>(from);
        byte[] before = Objects.requireNonNull(from.get(name));
        byte[] after = change.apply(before);
        assertThat(after).as("something was changed").isNotEqualTo(before);
        changed.put(name, after);
        if (listed) {
            changed.computeIfPresent("SHA256SUMS", (list, bytes) -> lines(bytes).stream()
                    .map(line -> line.endsWith("  " + name) ? sha256(after) + "  " + name : line)
                    .reduce("", (text, line) -> text + line + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }

    private List<String> codes(Map<String, byte[]> files) throws IOException {
        return problems(files).stream().map(BoxVerdict.Problem::code).toList();
    }

    private List<BoxVerdict.Problem> problems(Map<String, byte[]> files) throws IOException {
        return verified(files).problems();
    }

    private BoxVerdict verified(Map<String, byte[]> files) throws IOException {
        return verified(directory, files, List.of());
    }

    /** What is told of a box of these files. */
    static BoxVerdict verified(Path directory, Map<String, byte[]> files, List<X509Certificate> trusted)
            throws IOException {
        Path file = directory.resolve("box.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return BoxVerifier.verify(file, trusted);
    }

    private static byte[] withAnotherByte(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private static byte[] replaced(byte[] bytes, String before, String after) {
        return new String(bytes, StandardCharsets.UTF_8).replace(before, after).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] without(byte[] bytes, int line) {
        List<String> lines = new ArrayList<>(lines(bytes));
        lines.remove(line);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withRehashedEntry(byte[] bytes) {
        List<String> lines = new ArrayList<>(lines(bytes));
        String entry = lines.get(0).substring(0, lines.get(0).lastIndexOf('\t')).replace("li.officer", "admin");
        lines.set(0, entry + "\t" + sha256(entry.getBytes(StandardCharsets.UTF_8)));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withRehashedSeal(byte[] bytes) {
        String seal = lines(bytes).get(0);
        String forged =
                seal.substring(0, seal.lastIndexOf('\t')).replaceFirst("\"root\":\"[0-9a-f]{8}", "\"root\":\"01234567");
        return (forged + "\t" + sha256(forged.getBytes(StandardCharsets.UTF_8)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
