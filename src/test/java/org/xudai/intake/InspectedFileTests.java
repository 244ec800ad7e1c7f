package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xudai.signing.SignatureReport;

/** What a worker says of a file comes to the node as it was said. */
class InspectedFileTests {

    @Test
    void aSignedFileComesWithTheReportOnItsSignatures() {
        SignatureReport report = new SignatureReport(
                SignatureReport.Verdict.UNKNOWN_SIGNER,
                List.of(),
                List.of(SignatureReport.Remark.OVERLAP),
                List.of(new SignatureReport.Signature(
                        "陈茂生",
                        "PAdES-BASELINE-T",
                        Instant.parse("2026-11-23T01:00:00Z"),
                        null,
                        "INDETERMINATE",
                        "NO_CERTIFICATE_CHAIN_FOUND",
                        false,
                        List.of("unknown"))),
                true);
        InspectedFile file =
                new InspectedFile(1, FileKind.PDF, null, Set.of(), List.of(Set.of()), List.of(), 1, true, report);

        assertThat(Messages.read(Messages.write(file), InspectedFile.class)).contains(file);
    }

    @Test
    void anAnswerWithNothingWhereAWordBelongsIsNone() {
        String file =
                new String(Messages.write(InspectedFile.refused(1, FileKind.OTHER, "EMPTY")), StandardCharsets.UTF_8);
        assertThat(read(file, InspectedFile.class)).isPresent();

        assertThat(read(file.replace("\"problems\":[]", "\"problems\":[null]"), InspectedFile.class))
                .isEmpty();
        assertThat(read("{\"page\":1,\"blank\":false}", Messages.SheetRead.class))
                .isEmpty();
    }

    private static <T> Optional<T> read(String message, Class<T> type) {
        return Messages.read(message.getBytes(StandardCharsets.UTF_8), type);
    }
}
