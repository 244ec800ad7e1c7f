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

    /** On paper each has a question of its own. */
    private static final Set<ValueReading.Reason> OF_THE_PHOTO =
            EnumSet.of(ValueReading.Reason.BLURRED, ValueReading.Reason.GLARE, ValueReading.Reason.DARK);

    private final Set<ValueReading.Reason> toldElsewhere;

    private IsItUnaltered(Set<ValueReading.Reason> toldElsewhere) {
        this.toldElsewhere = toldElsewhere;
    }

    /** Leaves what light and sharpness hide to {@link IsItLit} and {@link IsItSharp}. */
    public static IsItUnaltered onPaper() {
        return new IsItUnaltered(OF_THE_PHOTO);
    }

    /** Tells of every value that could not be judged: of a file nobody asks about light and sharpness. */
    public static IsItUnaltered inFile() {
        return new IsItUnaltered(Set.of());
    }

    @Override
    public List<Answer> ask(ReturnedPage page) {
        var boxes = page.asked(FormBox.Kind.VALUE).collect(Collectors.groupingBy(page::outcome));
        List<FormBox> uncertain = boxes.getOrDefault(ValueReading.Outcome.UNDECIDED, List.of()).stream()
                .filter(box -> !page.isUndecided(box, toldElsewhere))
                .toList();
        return Stream.concat(
                        boxes.getOrDefault(ValueReading.Outcome.ALTERED, List.of()).stream()
                                .map(box -> Answer.ofBox(VALUE_ALTERED, page, box)),
                        Answer.ofBoxes(VALUE_UNCERTAIN, page, uncertain).stream())
                .toList();
    }
}
