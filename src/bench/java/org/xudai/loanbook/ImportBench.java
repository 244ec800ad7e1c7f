package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xudai.bench.Figures;
import org.xudai.bench.Load;
import org.xudai.journey.Api;
import org.xudai.nodes.MeasuredNode;
import org.xudai.nodes.Site;
import org.xudai.testing.LoanRows;

/**
 * A bank's loan book imported over HTTP into a node of its own with a heap of 512 MB: every row checked, sealed, written,
 * and on record. Then the same file again, which changes nothing. {@code -Dbench.rows} (100,000).
 */
@Tag("bench")
class ImportBench {

    private static final int ROWS = Load.size("rows", 100_000);

    @Test
    void aHundredThousandRowsAreTaken() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(LoanRows.HEADER.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < ROWS; i++) {
            file.writeBytes(LoanRows.eligible().line().getBytes(StandardCharsets.UTF_8));
        }
        try (Site site = new Site();
                MeasuredNode node = MeasuredNode.start("import", site, List.of(), "-Xmx512m", "-XX:+UseSerialGC")) {
            node.ready();
            Figures figures = new Figures("import").note("rows", ROWS).note("heapOfNodeMb", 512);
            Api officer = Api.asStaff(node.port(), "sun.officer");
            long start = System.nanoTime();
            JsonNode report = officer.upload("/api/v1/loans/import", "loans.csv", file.toByteArray())
                    .ok();
            figures.note("rowsPerSecond", ROWS / Load.since(start));
            assertThat(report.path("created").asInt()).isEqualTo(ROWS);
            start = System.nanoTime();
            report = officer.upload("/api/v1/loans/import", "loans.csv", file.toByteArray())
                    .ok();
            figures.note("sameFileAgainRowsPerSecond", ROWS / Load.since(start))
                    .note("peakMb", node.memoryMb("VmHWM"))
                    .write();
            assertThat(report.path("unchanged").asInt()).isEqualTo(ROWS);
        }
    }
}
