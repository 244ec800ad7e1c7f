package org.xudai.intake.check;

import java.util.List;
import java.util.Set;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.ValueReading;

/** Is the picture sharp enough to tell one digit from another? */
public final class IsItSharp implements PageQuestion {

    static final String BLURRED = "BLURRED";

    private static final Set<ValueReading.Reason> TOO_SOFT = Set.of(ValueReading.Reason.BLURRED);

    private final double mostBlur;

    /**
     * A question.
     *
     * @param mostBlur most spread of a line of print, millimetres on paper, one sigma
     */
    public IsItSharp(double mostBlur) {
        this.mostBlur = mostBlur;
    }

    @Override
    public List<Answer> ask(ReturnedPage page) {
        if (page.measured().found() && page.measured().sharpness().blur() > mostBlur) {
            return List.of(Answer.ofPage(BLURRED, page));
        }
        return Answer.ofBoxes(
                BLURRED,
                page,
                page.asked(FormBox.Kind.VALUE)
                        .filter(box -> page.isUndecided(box, TOO_SOFT))
                        .toList());
    }
}
