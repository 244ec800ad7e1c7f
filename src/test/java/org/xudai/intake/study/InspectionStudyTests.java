package org.xudai.intake.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The study of inspection. Thresholds were fixed on seeds below {@value #UNSEEN}; those from there on were looked at by no
 * one before the run whose figures stand in the document.
 */
class InspectionStudyTests {

    private static final long UNSEEN = 1_005_100;
    private static final long FIRST = Long.getLong("xudai.study.from", UNSEEN);
    private static final int PHOTOS = Integer.getInteger("xudai.study.photos", 1000);
    private static final int LANES = Integer.getInteger("xudai.study.lanes", 2);
    private static final Duration AT_MOST = Duration.ofMinutes(Integer.getInteger("xudai.study.minutes", 600));
    private static final Path OUTCOMES =
            Path.of(System.getProperty("xudai.study.outcomes", "target/intake-study/outcomes.jsonl"));
    private static final Path DOCUMENT = Path.of(System.getProperty("xudai.study.document", "docs/inspection.md"));
    private static final int FEW = 9;
    private static final String BEGIN = "<!-- study -->\n";
    private static final String END = "<!-- end of study -->";

    /** Every condition once or twice: nothing may pass that should not, no page may be lost, no forgery missed. */
    @Test
    void aFewPhotosOfEveryKindAreReadRight(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("outcomes.jsonl");
        StudyRun run = new StudyRun(file, LANES, AT_MOST);
        run.outcomes(500, FEW / 2);
        List<Outcome> outcomes = run.outcomes(500, FEW);
        StudyTable table = new StudyTable(outcomes);

        assertThat(outcomes).extracting(Outcome::seed).containsExactlyInAnyOrderElementsOf(seeds(file));
        assertThat(table.share(Outcome::located).rate()).isEqualTo(1);
        assertThat(table.share(outcome -> outcome.marks().passed()).hits()).isZero();
        assertThat(table.share(outcome -> outcome.marks().signature()).rate()).isGreaterThan(0.9);
        assertThat(table.share(outcome -> outcome.forged(Outcome.Answer.FOUND)).hits())
                .isPositive();
        assertThat(table.share(outcome -> outcome.forged(Outcome.Answer.MISSED)).hits())
                .isZero();
        assertThat(table.share(outcome -> outcome.values().told()).hits()).isZero();
        assertThat(table.written()).contains("| all | " + FEW + " |");
    }

    @Test
    @Tag("intake-study")
    void manyPhotosByConditionForTheDocument() throws Exception {
        List<Outcome> outcomes = new StudyRun(OUTCOMES, LANES, AT_MOST).outcomes(FIRST, PHOTOS);
        StudyTable table = new StudyTable(outcomes);

        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        Files.writeString(
                DOCUMENT,
                text.substring(0, begin) + outcomes.size() + " photos, seeds "
                        + outcomes.get(0).seed() + " to "
                        + outcomes.get(outcomes.size() - 1).seed() + ".\n\n" + table.written() + text.substring(end));
        assertThat(table.share(outcome -> outcome.marks().passed()).rate()).isLessThan(0.01);
    }

    private static List<Long> seeds(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .map(line -> Long.parseLong(line.replaceAll(".*\"seed\":(\\d+).*", "$1")))
                .toList();
    }
}
