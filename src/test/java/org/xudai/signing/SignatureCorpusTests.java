package org.xudai.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Signed files from elsewhere, honest and attacked, named by {@code -Dxudai.corpus=DIR} with its {@code MANIFEST.tsv}. Nobody
 * in them is known to the bank: none may come out trusted.
 */
class SignatureCorpusTests {

    private static final String DIRECTORY = "xudai.corpus";

    /** What the check says otherwise than the collection, and why: docs/adr/0017. */
    private static final List<String> KNOWN = List.of(
            "signature-untrusted-but-intact signed-valid/dss_Signature-P-IT_ADO-1-HASH_FAILURE-ECDSA-.pdf: BROKEN [ALTERED]",
            "signature-broken signed-tampered/"
                    + "pyhanko_form-update-no-override-appearance-stream-ap-indirect-sneaky.pdf: UNKNOWN_SIGNER []");

    @Test
    void everySignedFileGetsItsVerdict() throws IOException {
        String directory = System.getProperty(DIRECTORY, "");
        assumeTrue(!directory.isEmpty(), "not run: name the large collection by -D" + DIRECTORY + "=DIR");
        SignatureCheck check = new SignatureCheck(TrustMaterial.NONE);
        Map<String, Integer> met = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(directory, "MANIFEST.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (!columns[1].startsWith("signed-")) {
                continue;
            }
            SignatureReport report =
                    check.check(Files.readAllBytes(Path.of(directory, columns[0])), ExpectedPaper.ANY, Authorities.NOW);
            if (isMet(columns[5], report)) {
                met.merge(columns[5], 1, Integer::sum);
            } else {
                missed.add(columns[5] + " " + columns[0] + ": " + report.verdict() + " " + report.problems());
            }
        }
        LoggerFactory.getLogger(SignatureCorpusTests.class).info("signed files met {}, missed {}", met, missed);
        assertThat(missed).containsExactlyInAnyOrderElementsOf(KNOWN);
        assertThat(met.keySet()).contains("signature-untrusted-but-intact", "signature-broken", "any-clear-verdict");
    }

    private static boolean isMet(String expect, SignatureReport report) {
        return switch (expect) {
            case "signature-untrusted-but-intact", "signature-intact" ->
                report.verdict() == SignatureReport.Verdict.UNKNOWN_SIGNER;
            case "signature-broken" -> report.verdict() == SignatureReport.Verdict.BROKEN;
            case "any-clear-verdict" -> report.verdict() != SignatureReport.Verdict.TRUSTED;
            default -> fail("nobody knows what %s means", expect);
        };
    }
}
