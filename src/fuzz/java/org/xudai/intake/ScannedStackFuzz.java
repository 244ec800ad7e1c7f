package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xudai.pdf.ReceivedPdf;

/** Whatever is handed in as a stack of scans: it is refused with a reason, or each of its pages is told. */
class ScannedStackFuzz {

    private static final int MOST_PAGES = 4;
    private static final StackSplitter WORKER =
            new StackSplitter(new InspectionLimits(MOST_PAGES, 2, 300, 3000, "", 1L << 28), new ReceivedPdf());
    private static final SmallSamples SAMPLES = new SmallSamples();

    @FuzzTest(maxDuration = "1m")
    void aStackIsRefusedOrEachOfItsPagesIsTold(FuzzedDataProvider data) throws IOException {
        Path file = SAMPLES.changed(data);

        StackFacts facts = WORKER.facts(file, MOST_PAGES);

        assertThat(facts.isPlausible(MOST_PAGES)).isTrue();
        if (facts.problem() == null) {
            List<Integer> told = new ArrayList<>();
            try {
                WORKER.read(file, 1, facts.pages(), sheet -> told.add(sheet.read().page()));
                assertThat(told).hasSize(facts.pages());
            } catch (IOException e) {
                assertThat(told).as("what opens no more is given up at its start").isEmpty();
            }
        }
    }
}
