package org.xudai.intake.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.ValueReading;

/**
 * Was a printed value altered, an amount or a date for one? What was found is for a person to see, and so is what could not be
 * judged; nothing found is no proof.
 */
public final class IsItUnaltered implements PageQuestion {

    static final String VALUE_ALTERED = "VALUE_ALTERED";
    static final String VALUE_UNCERTAIN = "VALUE_UNCERTAIN";

    /** Told of by questions of their own. */
    private static final Set<ValueReading.Reason> TOLD_ELSEWHERE =
            EnumSet.of(ValueReading.Reason.BLURRED, ValueReading.Reason.GLARE, ValueReading.Reason.DARK);

    @Override
    public List<Answer> ask(ReturnedPage page) {
        var boxes = page.asked(FormBox.Kind.VALUE).collect(Collectors.groupingBy(page::outcome));
        List<FormBox> uncertain = boxes.getOrDefault(ValueReading.Outcome.UNDECIDED, List.of()).stream()
                .filter(box -> !page.isUndecided(box, TOLD_ELSEWHERE))
                .toList();
        return Stream.concat(
                        boxes.getOrDefault(ValueReading.Outcome.ALTERED, List.of()).stream()
                                .map(box -> Answer.ofBox(VALUE_ALTERED, page, box)),
                        Answer.ofBoxes(VALUE_UNCERTAIN, page, uncertain).stream())
                .toList();
    }
}
