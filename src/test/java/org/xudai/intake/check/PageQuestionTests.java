package org.xudai.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.compare.Spot;

/** Questions to a page, and the answers they give to what was measured. */
class PageQuestionTests {

    private static final FormBox SIGNATURE =
            new FormBox(1, "signer", FormBox.Kind.SIGNATURE, 72, 700, 150, 40, Set.of(FormBox.Mark.SIGNATURE), true);
    private static final FormBox CODE = new FormBox(1, "code", FormBox.Kind.CODE, 480, 30, 79, 79, Set.of(), false);
    private static final FormLayout.Page LAYOUT = new FormLayout.Page(595, 842, List.of(SIGNATURE, CODE));
    private static final List<Spot> CORNERS =
            List.of(new Spot(0.1, 0.1), new Spot(0.9, 0.1), new Spot(0.9, 0.9), new Spot(0.1, 0.9));

    private static ReturnedPage page(double dpi, double shown, double ofSignature, double ofCode) {
        ComparedPage measured = new ComparedPage(
                1,
                "XD1/1",
                true,
                dpi,
                0.2,
                shown,
                CORNERS,
                List.of(new ComparedBox("signer", ofSignature, CORNERS), new ComparedBox("code", ofCode, CORNERS)));
        return new ReturnedPage(1, LAYOUT, measured);
    }

    @Test
    void aPageThatShowsEverythingIsWhole() {
        assertThat(new IsItWhole().ask(page(200, 1, 1, 1))).isEmpty();
    }

    @Test
    void aMissingStripOfTheMarginDoesNoHarm() {
        assertThat(new IsItWhole().ask(page(200, 0.96, 1, 1))).isEmpty();
    }

    @Test
    void aBoxThatIsNotAllThereDoes() {
        List<Answer> answers = new IsItWhole().ask(page(200, 0.96, 0.9, 1));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.code()).isEqualTo("CUT_OFF");
            assertThat(answer.photo()).isEqualTo(CORNERS);
        });
    }

    @Test
    void aPageOfWhichAFifthIsMissingIsCutOffThoughItsBoxesAreThere() {
        assertThat(new IsItWhole().ask(page(200, 0.8, 1, 1)))
                .extracting(Answer::code)
                .containsExactly("CUT_OFF");
    }

    @Test
    void aPictureOfTooFewPixelsIsTooSmall() {
        assertThat(new IsItLargeEnough(80).ask(page(79, 1, 1, 1)))
                .extracting(Answer::code)
                .containsExactly("TOO_SMALL");
        assertThat(new IsItLargeEnough(80).ask(page(80, 1, 1, 1))).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotMeasured() {
        ReturnedPage missing = new ReturnedPage(1, LAYOUT, ComparedPage.notFound(1, "XD1/1"));

        assertThat(new IsItThePage().ask(missing)).extracting(Answer::code).containsExactly("NOT_COMPARED");
        assertThat(new IsItWhole().ask(missing)).isEmpty();
        assertThat(new IsItLargeEnough(80).ask(missing)).isEmpty();
        assertThat(new IsItThePage().ask(page(200, 1, 1, 1))).isEmpty();
    }

    @Test
    void numbersThatAreNoneWereNotMeasured() {
        assertThat(page(200, 1, 1, 1).measured().isPlausible()).isTrue();
        assertThat(page(Double.NaN, 1, 1, 1).measured().isPlausible()).isFalse();
    }
}
