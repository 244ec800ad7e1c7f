package org.xudai.intake.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xudai.intake.compare.StraightPages;
import org.xudai.intake.marks.BoxMarks;
import org.xudai.intake.marks.MarkKind;
import org.xudai.intake.marks.MarkReader;
import org.xudai.intake.studio.Studio;

/** Marks that were once read wrongly on photos of the study. */
class StudiedMarksTests {

    private static final Studio STUDIO = new Studio();

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "1000588, company-seal, FILLED, OTHER_CHOP, a special seal of which half is pale is no company's",
        "1000685, signer-seal, UNDECIDED, COMPANY_SEAL, a seal without its lower part may be a special one",
        "1000378, signer-seal, UNDECIDED, COMPANY_SEAL, half a seal in the dark is for a person",
        "1000653, guarantor-seal-2, FILLED, COMPANY_SEAL, a gap in the text without a line tells a company's seal",
        "1001238, signer-seal, FILLED, COMPANY_SEAL, between two places of its ring a line would be seen",
        "1001834, company-seal, FILLED, COMPANY_SEAL, its text stands evenly so the lower side is where it is bare",
        "1001918, signer-seal, UNDECIDED, COMPANY_SEAL, of the lower half of a seal nothing is seen",
        "1001663, company-seal, FILLED, COMPANY_SEAL, a seal that is seen whole needs no print about it",
        "1001692, signer-seal, EMPTY, , words in a frame elsewhere on the page are no seal beside its box",
        "1003164, signer-seal, FILLED, OTHER_CHOP, letters of a thin chop in the dark are no finger",
        "1003450, signer-seal, FILLED, OTHER_CHOP, half an oval chop is no finger",
        "1001989, company-seal, EMPTY, , the frame of a box on bent paper is no ink",
        "1000081, signer-date, FILLED, PEN, a date is there though light washes print out beside it",
        "1000645, signer-date, EMPTY, , print beyond the picture says nothing of a box within"
    })
    void areReadAsTheyAre(long seed, String name, BoxMarks.Answer answer, @Nullable String kinds, String why) {
        BoxMarks read = MarkReader.read(
                        StraightPages.of(Subject.of(STUDIO, seed).photo()))
                .boxes()
                .stream()
                .filter(marks -> marks.box().name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(read.answer()).as(why).isEqualTo(answer);
        assertThat(read.kinds()).isEqualTo(kinds(kinds));
    }

    private static Set<MarkKind> kinds(@Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(MarkKind::valueOf).collect(Collectors.toSet());
    }
}
