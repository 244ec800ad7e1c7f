package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.xudai.intake.FileInspector.Expected;
import org.xudai.pdf.ReceivedPdf;

/** Whatever is received: the worker tells what it is, in an answer that the node believes. */
class ReceivedFileFuzz {

    private static final int MOST_PAGES = 4;
    private static final InspectionLimits LIMITS = new InspectionLimits(MOST_PAGES, 2, 300, 3000, "", 1L << 28);
    private static final LocalInspector WORKER = LocalInspector.within(LIMITS, new ReceivedPdf());
    private static final SmallSamples SAMPLES = new SmallSamples();
    private static final LocalInspector.Pages NOBODY_LOOKS = new LocalInspector.Pages() {

        @Override
        public void page(int page, BufferedImage picture) {
            assertThat(page).isBetween(1, MOST_PAGES);
        }

        @Override
        public void straight(int page, BufferedImage picture) {
            throw new AssertionError("nothing was issued here");
        }
    };

    @FuzzTest(maxDuration = "1m")
    void aFileIsToldWhatItIs(FuzzedDataProvider data) throws IOException {
        InspectedFile told = WORKER.inspect(
                1, SAMPLES.changed(data), new Expected(true, true, null), InspectionRoom.nothingIssued(), NOBODY_LOOKS);

        assertThat(told.isPlausible(MOST_PAGES)).isTrue();
        assertThat(Messages.read(Messages.write(told), InspectedFile.class)).contains(told);
    }
}
