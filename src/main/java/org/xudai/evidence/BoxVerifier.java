package org.xudai.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.xudai.audit.ChainVerdict;
import org.xudai.audit.OfflineChain;
import org.xudai.audit.OfflineSeals;
import org.xudai.audit.Seal;
import org.xudai.audit.Signatures;

/**
 * Checks an evidence box offline: every file against {@code SHA256SUMS}, the chain from its first entry to its last, the
 * proofs that its entries stand under seals, and that the chain knows every document by its hash and every decision by who
 * took it, on what.
 */
final class BoxVerifier {

    /** Where the certificates of the bank's signatures lie. */
    static final String CERTIFICATES = "certificates/";

    private static final String SUMS = "SHA256SUMS";
    private static final int LARGEST_TEXT = 64 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<X509Certificate> trusted;
    private final List<BoxVerdict.Problem> problems = new ArrayList<>();

    private BoxVerifier(List<X509Certificate> trusted) {
        this.trusted = trusted;
    }

    /**
     * Checks a box; a file that is no box is a verdict too.
     *
     * @param trusted certificates one of which has to vouch for each that signed; none believes each on its own word
     */
    static BoxVerdict verify(Path box, List<X509Certificate> trusted) throws IOException {
        try (ZipFile zip = new ZipFile(box.toFile(), StandardCharsets.UTF_8)) {
            return new BoxVerifier(trusted).verify(zip);
        } catch (ZipException e) {
            return BoxVerdict.nothing(List.of(new BoxVerdict.Problem("NOT_A_BOX", "")));
        }
    }

    private BoxVerdict verify(ZipFile zip) throws IOException {
        Map<String, String> found = hashes(zip);
        if (!found.containsKey(SUMS)) {
            problem("SUMS_MISSING", SUMS);
            return BoxVerdict.nothing(problems);
        }
        compare(found, listed(text(zip, SUMS)));
        JsonNode about = json(zip, "case.json");
        String caseNumber = about.path("caseNumber").asText();
        long entries = 0;
        long sealed = 0;
        List<Seal> seals = List.of();
        Signatures signatures = Signatures.NONE;
        try {
            OfflineChain chain =
                    OfflineChain.read(caseNumber, text(zip, "chain.tsv").lines().toList());
            ChainVerdict verdict = chain.verify();
            entries = verdict.entries();
            if (verdict.holds() && entries != about.path("recordedActs").asLong()) {
                problem("GAP", Long.toString(entries + 1));
            } else if (verdict.holds()) {
                compare(found, json(zip, "documents.json"));
                compare(chain.entries(), json(zip, "documents.json"), json(zip, "decisions.json"));
                OfflineSeals under = OfflineSeals.read(
                                text(zip, "seals.tsv").lines().toList(),
                                text(zip, "proofs.tsv").lines().toList())
                        .with(text(zip, "signatures.tsv").lines().toList(), certificates(zip, found.keySet()));
                sealed = under.proven();
                seals = under.seals();
                signatures = compare(chain, under, about.path("sealedActs").asLong());
            } else {
                problem(verdict.problem(), Long.toString(verdict.brokenAt()));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            problem("NOT_A_BOX", "chain.tsv, seals.tsv, proofs.tsv, signatures.tsv");
        }
        return new BoxVerdict(caseNumber, found.size() - 1, entries, sealed, seals, signatures, problems);
    }

    private void compare(Map<String, String> found, Map<String, String> listed) {
        listed.forEach((name, hash) -> {
            String actual = found.get(name);
            if (actual == null) {
                problem("FILE_MISSING", name);
            } else if (!actual.equals(hash)) {
                problem("FILE_DIFFERS", name);
            }
        });
        found.keySet().stream()
                .filter(name -> !name.equals(SUMS) && !listed.containsKey(name))
                .forEach(name -> problem("FILE_UNLISTED", name));
    }

    /** The bytes of a document must be those that the list of documents names. */
    private void compare(Map<String, String> found, JsonNode documents) {
        for (JsonNode document : documents) {
            for (JsonNode file : document.path("files")) {
                String path = file.path("path").asText();
                String actual = found.get(path);
                if (actual == null) {
                    problem("FILE_MISSING", path);
                } else if (!actual.equals(file.path("sha256").asText())) {
                    problem("FILE_DIFFERS", path);
                }
            }
        }
    }

    /** What the texts of the box say must be what the chain says. */
    private void compare(List<OfflineChain.Entry> chain, JsonNode documents, JsonNode decisions) {
        Set<String> recorded = new HashSet<>();
        chain.forEach(entry ->
                recorded.addAll(List.of(entry.facts().getOrDefault("sha256", "").split(","))));
        for (JsonNode document : documents) {
            for (JsonNode file : document.path("files")) {
                if (!recorded.contains(file.path("sha256").asText())) {
                    problem("DOCUMENT_UNRECORDED", file.path("path").asText());
                }
            }
        }
        Set<String> decided = chain.stream()
                .filter(entry -> entry.act().equals("review.decided"))
                .map(entry -> decision(
                        entry.facts().getOrDefault("task", ""),
                        entry.actorId(),
                        entry.facts().getOrDefault("outcome", ""),
                        entry.facts().getOrDefault("basedOn", "")))
                .collect(Collectors.toSet());
        for (JsonNode decision : decisions) {
            List<String> basedOn = new ArrayList<>();
            decision.path("documents").forEach(hash -> basedOn.add(hash.asText()));
            if (!decided.contains(decision(
                    decision.path("taskId").asText(),
                    decision.path("by").asText(),
                    decision.path("outcome").asText(),
                    String.join(",", basedOn)))) {
                problem("DECISION_UNRECORDED", decision.path("task").asText());
            }
        }
    }

    private Signatures compare(OfflineChain chain, OfflineSeals seals, long sealedActs) {
        OfflineSeals.Verdict verdict = seals.verify(chain, trusted);
        List<OfflineSeals.Problem> broken = verdict.problems();
        broken.forEach(one -> problem(one.code(), Long.toString(one.where())));
        if (broken.isEmpty() && seals.proven() < sealedActs) {
            problem("PROOF_MISSING", Integer.toString(seals.proven() + 1));
        }
        return verdict.signatures();
    }

    private static List<String> certificates(ZipFile zip, Set<String> names) throws IOException {
        List<String> certificates = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith(CERTIFICATES)) {
                certificates.add(text(zip, name));
            }
        }
        return certificates;
    }

    private static String decision(String task, String by, String outcome, String basedOn) {
        return String.join("\n", task, by, outcome, basedOn);
    }

    private static Map<String, String> hashes(ZipFile zip) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (ZipEntry entry : zip.stream().toList()) {
            try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                hashes.put(
                        entry.getName(),
                        HexFormat.of().formatHex(in.getMessageDigest().digest()));
            }
        }
        return hashes;
    }

    /** Name to hash, as {@code sha256sum} writes them: 64 hexadecimal digits, two blanks, the name. */
    private static Map<String, String> listed(String sums) {
        Map<String, String> listed = new LinkedHashMap<>();
        sums.lines()
                .filter(line -> line.matches("[0-9a-f]{64} [ *].+"))
                .forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));
        return listed;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(ZipFile zip, String name) throws IOException {
        try {
            return JSON.readTree(text(zip, name));
        } catch (JsonProcessingException e) {
            problem("NOT_A_BOX", name);
            return JSON.createObjectNode();
        }
    }

    private void problem(String code, String where) {
        problems.add(new BoxVerdict.Problem(code, where));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
