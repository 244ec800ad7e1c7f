package org.xudai.intake.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xudai.intake.studio.Studio;

/**
 * The study of inspection. Thresholds were fixed on seeds below {@value #UNSEEN}; those from there on were looked at by no
 * one before the run whose figures stand in the document.
 */
class InspectionStudyTests {

    private static final long UNSEEN = 1_000_000;
    private static final int PHOTOS = Integer.getInteger("xudai.study.photos", 1000);
    private static final int FEW = 9;
    private static final Path DOCUMENT = Path.of("docs/inspection.md");
    private static final String BEGIN = "<!-- study -->\n";
    private static final String END = "<!-- end of study -->";

    /** Every condition once or twice: nothing may pass that should not, and no page may be lost. */
    @Test
    void aFewPhotosOfEveryKindAreReadRight() {
        StudyTable table = new StudyTable(outcomes(LongStream.range(500, 500 + FEW)));

        assertThat(table.share(outcome -> new Share(outcome.found() ? 1 : 0, 1)).rate())
                .isEqualTo(1);
        assertThat(table.share(Outcome::passed).hits()).isZero();
        assertThat(table.share(Outcome::signature).rate()).isGreaterThan(0.9);
    }

    @Test
    @Tag("intake-study")
    void manyPhotosByConditionForTheDocument() throws IOException {
        StudyTable table = new StudyTable(outcomes(LongStream.range(UNSEEN, UNSEEN + PHOTOS)));

        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(
                DOCUMENT,
                text.substring(0, begin) + "Seeds " + UNSEEN + " to " + (UNSEEN + PHOTOS - 1) + ".\n\n"
                        + table.written() + text.substring(end));
        assertThat(table.share(Outcome::passed).rate()).isLessThan(0.01);
    }

    private static List<Outcome> outcomes(LongStream seeds) {
        Studio studio = new Studio();
        return seeds.parallel()
                .mapToObj(seed -> Examination.of(Subject.of(studio, seed)))
                .toList();
    }
}
