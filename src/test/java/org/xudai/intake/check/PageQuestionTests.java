package org.xudai.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.compare.Region;
import org.xudai.intake.compare.Spot;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.marks.BoxMarks.Answer;
import org.xudai.intake.marks.MarkKind;

/** Questions to a page, and the answers they give to what was measured. */
class PageQuestionTests {

    private static final List<Spot> CORNERS =
            List.of(new Spot(0.1, 0.1), new Spot(0.9, 0.1), new Spot(0.9, 0.9), new Spot(0.1, 0.9));
    private static final FormBox CODE = box("code", FormBox.Kind.CODE, Set.of(), false);
    private static final FormBox SIGNATURE =
            box("signer", FormBox.Kind.SIGNATURE, Set.of(FormBox.Mark.SIGNATURE, FormBox.Mark.FINGERPRINT), true);
    private static final FormBox DATE = box("date", FormBox.Kind.DATE, Set.of(), true);
    private static final FormBox SEAL = box("seal", FormBox.Kind.SEAL, Set.of(FormBox.Mark.COMPANY_SEAL), true);
    private static final FormBox AMOUNT = box("amount", FormBox.Kind.VALUE, Set.of(), false);
    private static final FormBox USE = box("use", FormBox.Kind.TEXT, Set.of(), true);

    private static FormBox box(String name, FormBox.Kind kind, Set<FormBox.Mark> accepts, boolean required) {
        return new FormBox(1, name, kind, 72, 700, 150, 40, accepts, required);
    }

    private static ReturnedPage page(double dpi, double shown, double ofSignature, double ofCode) {
        return page(
                dpi,
                0.2,
                shown,
                List.of(SIGNATURE, CODE),
                List.of(ComparedBox.seen("signer", ofSignature, CORNERS), ComparedBox.seen("code", ofCode, CORNERS)),
                List.of());
    }

    private static ReturnedPage page(
            double dpi,
            double blur,
            double shown,
            List<FormBox> boxes,
            List<ComparedBox> measured,
            List<StrayPlace> stray) {
        return new ReturnedPage(
                1,
                new FormLayout.Page(595, 842, boxes),
                new ComparedPage(
                        1,
                        "XD1/1",
                        false,
                        true,
                        new ComparedPage.Sharpness(dpi, blur),
                        0.2,
                        shown,
                        CORNERS,
                        measured,
                        stray));
    }

    private static ReturnedPage marked(FormBox box, boolean lit, Answer answer, MarkKind... kinds) {
        ReadMarks marks = new ReadMarks(answer, Set.of(kinds), 0.02);
        return page(
                200,
                0.2,
                1,
                List.of(box),
                List.of(new ComparedBox(box.name(), 1, CORNERS, lit, null, marks, false)),
                List.of());
    }

    private static ReturnedPage read(ValueReading.Outcome outcome, ValueReading.Reason reason) {
        return page(200, 0.2, 1, List.of(AMOUNT), List.of(value(outcome, reason)), List.of());
    }

    private static ComparedBox value(ValueReading.Outcome outcome, ValueReading.Reason reason) {
        return new ComparedBox("amount", 1, CORNERS, true, new ReadValue(outcome, reason), null, false);
    }

    private static List<String> codes(ReturnedPage page, PageQuestion... questions) {
        List<String> codes = new ArrayList<>();
        for (PageQuestion question : questions) {
            question.ask(page).forEach(answer -> codes.add(answer.code()));
        }
        return codes;
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
        ReturnedPage page = page(200, 0.96, 0.9, 1);

        assertThat(new IsItWhole().ask(page)).singleElement().satisfies(answer -> {
            assertThat(answer.code()).isEqualTo("CUT_OFF");
            assertThat(answer.photo()).isEqualTo(CORNERS);
        });
        assertThat(codes(page, new IsItSigned()))
                .as("nobody knows what is in it")
                .isEmpty();
    }

    @Test
    void aPageOfWhichAFifthIsMissingIsCutOffThoughItsBoxesAreThere() {
        assertThat(codes(page(200, 0.8, 1, 1), new IsItWhole())).containsExactly("CUT_OFF");
    }

    @Test
    void aPictureOfTooFewPixelsIsTooSmall() {
        assertThat(codes(page(79, 1, 1, 1), new IsItLargeEnough(80))).containsExactly("TOO_SMALL");
        assertThat(codes(page(80, 1, 1, 1), new IsItLargeEnough(80))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FILLED, PEN, ",
        "FILLED, FINGERPRINT, ",
        "FILLED, COMPANY_SEAL, OTHER_CHOP",
        "FILLED, STRADDLE_SEAL, SIGNATURE_UNCERTAIN",
        "UNDECIDED, PEN, SIGNATURE_UNCERTAIN"
    })
    void aSignatureIsWhatItsBoxAccepts(Answer answer, MarkKind kind, @Nullable String code) {
        assertThat(codes(marked(SIGNATURE, true, answer, kind), new IsItSigned()))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void whatIsMissingIsShownWhereItBelongs() {
        assertThat(new IsItSigned().ask(marked(SIGNATURE, true, Answer.EMPTY)))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.code()).isEqualTo("SIGNATURE_MISSING");
                    assertThat(answer.place()).isEqualTo(new Region(72, 700, 150, 40));
                    assertThat(answer.photo()).isEqualTo(CORNERS);
                });
        assertThat(codes(marked(DATE, true, Answer.EMPTY), new IsItDated())).containsExactly("DATE_MISSING");
        assertThat(codes(marked(SEAL, true, Answer.EMPTY), new IsItSealed())).containsExactly("SEAL_MISSING");
        assertThat(codes(marked(USE, true, Answer.EMPTY), new IsItFilledIn())).containsExactly("TEXT_EMPTY");
    }

    @Test
    void aShopOwnerNeedsNoSealAndAnotherChopIsForAPersonToSee() {
        FormBox optional = box("seal", FormBox.Kind.SEAL, Set.of(FormBox.Mark.COMPANY_SEAL), false);

        assertThat(codes(marked(optional, true, Answer.EMPTY), new IsItSealed()))
                .isEmpty();
        assertThat(codes(marked(optional, true, Answer.FILLED, MarkKind.STRADDLE_SEAL), new IsItSealed()))
                .as("a seal over the edge is a known kind of mark")
                .isEmpty();
        assertThat(codes(marked(optional, true, Answer.FILLED, MarkKind.OTHER_CHOP), new IsItSealed()))
                .containsExactly("OTHER_CHOP");
        assertThat(codes(
                        marked(SEAL, true, Answer.FILLED, MarkKind.COMPANY_SEAL, MarkKind.OTHER_CHOP),
                        new IsItSealed()))
                .as("a bank's chop beside the seal")
                .isEmpty();
        assertThat(codes(marked(SEAL, true, Answer.UNDECIDED, MarkKind.COLOURLESS_STAMP), new IsItSealed()))
                .containsExactly("SEAL_UNCERTAIN");
    }

    @Test
    void whatGlareOrAShadowHidesIsNotMissing() {
        ReturnedPage dark = marked(SIGNATURE, false, Answer.EMPTY);

        assertThat(codes(dark, new IsItSigned(), new IsItLit())).containsExactly("SHADOW");
        assertThat(codes(marked(SIGNATURE, false, Answer.FILLED, MarkKind.PEN), new IsItSigned(), new IsItLit()))
                .as("light that hides nothing does no harm")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOTHING_FOUND, AGREES, ",
        "ALTERED, ADDED_INK, VALUE_ALTERED",
        "ALTERED, PRINT_GONE, VALUE_ALTERED",
        "UNDECIDED, COVERED, VALUE_UNCERTAIN",
        "UNDECIDED, BENT, VALUE_UNCERTAIN",
        "UNDECIDED, RED_INK, VALUE_UNCERTAIN",
        "UNDECIDED, BLURRED, BLURRED",
        "UNDECIDED, GLARE, SHADOW",
        "UNDECIDED, DARK, SHADOW"
    })
    void aValueIsNeverPassedUnlessItWasSeen(
            ValueReading.Outcome outcome, ValueReading.Reason reason, @Nullable String code) {
        assertThat(codes(read(outcome, reason), IsItUnaltered.onPaper(), new IsItSharp(0.45), new IsItLit()))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void whatNobodyLookedAtIsForAPerson() {
        assertThat(codes(page(200, 1, 1, 1), new IsItSigned())).containsExactly("SIGNATURE_UNCERTAIN");
        ReturnedPage unread =
                page(200, 0.2, 1, List.of(AMOUNT), List.of(ComparedBox.seen("amount", 1, CORNERS)), List.of());
        assertThat(codes(unread, IsItUnaltered.onPaper())).containsExactly("VALUE_UNCERTAIN");
        ReturnedPage unnamed = page(200, 0.2, 1, List.of(AMOUNT), List.of(), List.of());
        assertThat(codes(unnamed, IsItUnaltered.onPaper())).containsExactly("VALUE_UNCERTAIN");
    }

    @Test
    void manyValuesThatCannotBeSeenAreOnePageAndEachAlteredOneIsShown() {
        List<FormBox> boxes = new ArrayList<>();
        List<ComparedBox> uncertain = new ArrayList<>();
        List<ComparedBox> altered = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            boxes.add(new FormBox(1, "amount", FormBox.Kind.VALUE, 72, 20 + 30 * i, 150, 20, Set.of(), false));
            uncertain.add(value(ValueReading.Outcome.UNDECIDED, ValueReading.Reason.BENT));
            altered.add(value(ValueReading.Outcome.ALTERED, ValueReading.Reason.REPLACED));
        }

        assertThat(codes(page(200, 0.2, 1, boxes, uncertain, List.of()), IsItUnaltered.onPaper()))
                .containsExactly("VALUE_UNCERTAIN");
        assertThat(codes(page(200, 0.2, 1, boxes, altered, List.of()), IsItUnaltered.onPaper()))
                .hasSize(9)
                .containsOnly("VALUE_ALTERED");
    }

    @Test
    void aPageOutOfFocusIsBlurredAsAWhole() {
        ReturnedPage soft = page(200, 0.5, 1, List.of(), List.of(), List.of());

        assertThat(codes(soft, new IsItSharp(0.45))).containsExactly("BLURRED");
        assertThat(codes(soft, new IsItSharp(0.55))).isEmpty();
    }

    @Test
    void inkBesideTheBoxesIsShown() {
        StrayPlace note = new StrayPlace(new Region(10, 20, 30, 8), CORNERS);

        assertThat(new IsInkWhereItBelongs().ask(page(200, 0.2, 1, List.of(), List.of(), List.of(note))))
                .singleElement()
                .satisfies(answer -> assertThat(answer.place()).isEqualTo(note.region()));
    }

    @Test
    void whatIsNotThereIsNotMeasured() {
        ReturnedPage missing = new ReturnedPage(
                1,
                new FormLayout.Page(595, 842, List.of(SIGNATURE, SEAL, DATE, USE, AMOUNT, CODE)),
                ComparedPage.notFound(1, "XD1/1", false));

        assertThat(codes(
                        missing,
                        new IsItThePage(),
                        new IsItWhole(),
                        new IsItLargeEnough(80),
                        new IsItSharp(0.45),
                        new IsItLit(),
                        IsItUnaltered.onPaper(),
                        new IsItSigned(),
                        new IsItSealed(),
                        new IsItDated(),
                        new IsItFilledIn()))
                .containsExactly("NOT_COMPARED");
        assertThat(codes(page(200, 1, 1, 1), new IsItThePage())).isEmpty();
    }

    @Test
    void numbersThatAreNoneWereNotMeasured() {
        assertThat(page(200, 1, 1, 1).measured().isPlausible()).isTrue();
        assertThat(page(Double.NaN, 1, 1, 1).measured().isPlausible()).isFalse();
        assertThat(page(200, 1, 1.5, 1).measured().isPlausible()).isFalse();
        assertThat(page(200, -1, 1, 1).measured().isPlausible()).isFalse();
        StrayPlace nowhere = new StrayPlace(new Region(0, 0, Double.POSITIVE_INFINITY, 1), CORNERS);
        assertThat(page(200, 0.2, 1, List.of(), List.of(), List.of(nowhere))
                        .measured()
                        .isPlausible())
                .isFalse();
        StrayPlace triangle = new StrayPlace(new Region(0, 0, 1, 1), CORNERS.subList(0, 3));
        assertThat(page(200, 0.2, 1, List.of(), List.of(), List.of(triangle))
                        .measured()
                        .isPlausible())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"BLURRED", "GLARE", "DARK"})
    void aValueThatCannotBeReadInAFileIsForAPersonWhateverHidesIt(ValueReading.Reason reason) {
        assertThat(codes(read(ValueReading.Outcome.UNDECIDED, reason), IsItUnaltered.inFile()))
                .containsExactly("VALUE_UNCERTAIN");
    }
}
