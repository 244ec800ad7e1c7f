package org.xudai.intake.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xudai.forms.FormBox;
import org.xudai.intake.marks.BoxMarks.Answer;
import org.xudai.intake.marks.BoxMarks.Verdict;

/** What follows from the marks in a box. */
class BoxMarksTests {

    @Test
    void aMarkThatTheBoxAcceptsIsEnough() {
        assertThat(seal(true, Answer.FILLED, MarkKind.COMPANY_SEAL)).isEqualTo(Verdict.DONE);
        assertThat(seal(true, Answer.FILLED, MarkKind.COMPANY_SEAL, MarkKind.PEN))
                .isEqualTo(Verdict.DONE);
    }

    @Test
    void anotherChopIsForAPersonToSee() {
        assertThat(seal(true, Answer.FILLED, MarkKind.OTHER_CHOP)).isEqualTo(Verdict.ASK);
        assertThat(seal(false, Answer.FILLED, MarkKind.NAME_CHOP)).isEqualTo(Verdict.ASK);
        assertThat(seal(true, Answer.UNDECIDED, MarkKind.COLOURLESS_STAMP)).isEqualTo(Verdict.ASK);
    }

    @Test
    void nobodyIsHeldUpForWantOfASealThatHeNeedNotHave() {
        assertThat(seal(false, Answer.EMPTY)).isEqualTo(Verdict.NOT_NEEDED);
        assertThat(seal(false, Answer.UNDECIDED)).isEqualTo(Verdict.NOT_NEEDED);
        assertThat(seal(true, Answer.EMPTY)).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aDateWantsAPen() {
        FormBox date = new FormBox(1, "date", FormBox.Kind.DATE, 0, 0, 100, 40, Set.of(), true);

        assertThat(new BoxMarks(date, Answer.FILLED, Set.of(MarkKind.PEN), 0.05).verdict())
                .isEqualTo(Verdict.DONE);
        assertThat(new BoxMarks(date, Answer.EMPTY, Set.of(), 0).verdict()).isEqualTo(Verdict.MISSING);
    }

    private static Verdict seal(boolean required, Answer answer, MarkKind... kinds) {
        FormBox box =
                new FormBox(1, "seal", FormBox.Kind.SEAL, 0, 0, 132, 132, Set.of(FormBox.Mark.COMPANY_SEAL), required);
        return new BoxMarks(box, answer, Set.of(kinds), 0).verdict();
    }
}
