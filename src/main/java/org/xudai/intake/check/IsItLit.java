package org.xudai.intake.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.marks.BoxMarks;

/** Does glare or a shadow hide what stands in a box? Light that hides nothing does no harm. */
public final class IsItLit implements PageQuestion {

    static final String SHADOW = "SHADOW";

    private static final Set<ValueReading.Reason> LIGHT =
            EnumSet.of(ValueReading.Reason.GLARE, ValueReading.Reason.DARK);
    private static final List<FormBox.Kind> MARKED =
            List.of(FormBox.Kind.SIGNATURE, FormBox.Kind.SEAL, FormBox.Kind.DATE, FormBox.Kind.TEXT);

    @Override
    public List<Answer> ask(ReturnedPage page) {
        List<FormBox> hidden = Stream.concat(
                        page.asked(FormBox.Kind.VALUE).filter(box -> page.isUndecided(box, LIGHT)),
                        MARKED.stream().flatMap(page::asked).filter(box -> hides(page, box)))
                .toList();
        return Answer.ofBoxes(SHADOW, page, hidden);
    }

    private static boolean hides(ReturnedPage page, FormBox box) {
        BoxMarks.Verdict verdict = page.verdict(box);
        return page.isBadlyLit(box) && (verdict == BoxMarks.Verdict.MISSING || verdict == BoxMarks.Verdict.ASK);
    }
}
