package org.xudai.intake.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xudai.forms.PaperForm;
import org.xudai.intake.compare.StraightPages;
import org.xudai.intake.studio.Camera;
import org.xudai.intake.studio.Cover;
import org.xudai.intake.studio.Scene;
import org.xudai.intake.studio.Stamp;
import org.xudai.intake.studio.Studio;

/** What the machine sees of the marks that people make on paper. */
class MarkReaderTests {

    private static final Studio STUDIO = new Studio();
    private static final String SIGNATURE = "signer-signature";
    private static final String DATE = "signer-date";
    private static final String SEAL = "signer-seal";

    private final PaperForm application = STUDIO.form("application", 11);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSignedAndDatedPageIsSignedAndDated(long seed) {
        PageMarks seen = read(page(seed).signed().dated(), Camera.messenger());

        assertThat(box(seen, SIGNATURE).answer()).isEqualTo(BoxMarks.Answer.FILLED);
        assertThat(box(seen, SIGNATURE).kinds()).containsExactly(MarkKind.PEN);
        assertThat(box(seen, DATE).answer()).isEqualTo(BoxMarks.Answer.FILLED);
        assertThat(box(seen, SEAL).answer()).isEqualTo(BoxMarks.Answer.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHADOWED", "DARK"})
    void anEmptyPageIsEmptyInPoorLightToo(Camera.Condition condition) {
        PageMarks seen = read(page(4), Camera.messenger().with(condition));

        assertThat(seen.boxes())
                .filteredOn(marks -> marks.box().name().startsWith("signer"))
                .hasSize(3)
                .extracting(BoxMarks::answer)
                .containsOnly(BoxMarks.Answer.EMPTY);
        assertThat(seen.stamps()).isEmpty();
    }

    @Test
    void onPaperTooBentToBeLaidStraightNothingIsMadeUp() {
        PageMarks seen = read(page(4), Camera.messenger().with(Camera.Condition.CURLED));

        assertThat(seen.boxes()).isNotEmpty().extracting(BoxMarks::answer).doesNotContain(BoxMarks.Answer.FILLED);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY_SEAL, COMPANY_SEAL",
        "SPECIAL_SEAL, OTHER_CHOP",
        "OVAL_CHOP, OTHER_CHOP",
        "BANK_DATE, OTHER_CHOP",
        "NAME_CHOP, NAME_CHOP",
        "FINGERPRINT, FINGERPRINT"
    })
    void stampsAreToldApart(Stamp stamp, MarkKind kind) {
        PageMarks seen = read(page(5).sealed(stamp), Camera.messenger());

        assertThat(box(seen, SEAL).answer()).isEqualTo(BoxMarks.Answer.FILLED);
        assertThat(box(seen, SEAL).kinds()).containsExactly(kind);
        assertThat(box(seen, SIGNATURE).answer()).isEqualTo(BoxMarks.Answer.EMPTY);
    }

    @Test
    void aFingerprintBesideASignatureIsBoth() {
        PageMarks seen = read(page(6).signed().stamped(Stamp.FINGERPRINT, SIGNATURE), Camera.phone());

        assertThat(box(seen, SIGNATURE).kinds()).isEqualTo(Set.of(MarkKind.PEN, MarkKind.FINGERPRINT));
    }

    @Test
    void aSealAcrossTheEdgeBelongsToNoBox() {
        PageMarks seen = read(page(7).straddled(), Camera.messenger());

        assertThat(seen.stamps())
                .extracting(org.xudai.intake.marks.Stamp::kind)
                .containsExactly(MarkKind.STRADDLE_SEAL);
        assertThat(box(seen, SIGNATURE).answer()).isEqualTo(BoxMarks.Answer.EMPTY);
    }

    @Test
    void theCopyOfASealedPageProvesNothing() {
        PageMarks seen = read(page(8).signed().sealed(Stamp.COMPANY_SEAL).photocopied(), Camera.messenger());

        assertThat(box(seen, SEAL).answer()).isEqualTo(BoxMarks.Answer.UNDECIDED);
        assertThat(box(seen, SIGNATURE).answer()).isEqualTo(BoxMarks.Answer.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FINGER", "PAPER"})
    void whatIsCoveredIsNotEmpty(Cover cover) {
        PageMarks seen = read(page(9).covered(cover, SIGNATURE), Camera.messenger());

        assertThat(box(seen, SIGNATURE).answer()).isEqualTo(BoxMarks.Answer.UNDECIDED);
    }

    private Scene page(long seed) {
        return Scene.of(application, 2, seed);
    }

    private static PageMarks read(Scene scene, Camera camera) {
        return MarkReader.read(StraightPages.of(scene.photographed(camera)));
    }

    private static BoxMarks box(PageMarks seen, String name) {
        return seen.boxes().stream()
                .filter(marks -> marks.box().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
