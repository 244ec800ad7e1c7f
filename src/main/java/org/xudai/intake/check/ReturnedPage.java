package org.xudai.intake.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.marks.BoxMarks;
import org.xudai.intake.marks.MarkKind;

/**
 * A page that came back.
 *
 * @param number its number in the form, from 1
 * @param layout its size and boxes as it was issued
 * @param measured what was measured
 */
public record ReturnedPage(int number, FormLayout.Page layout, ComparedPage measured) {

    private static final double LEAST_OF_BOX = 0.98;

    /** What was measured of a box, in the order of the layout; nothing where the worker did not name it. */
    Optional<ComparedBox> measured(FormBox box) {
        return measured.boxes().stream()
                .skip(layout.boxes().indexOf(box))
                .findFirst()
                .filter(one -> one.name().equals(box.name()));
    }

    /** Its boxes of some kinds. */
    Stream<FormBox> boxes(List<FormBox.Kind> kinds) {
        return layout.boxes().stream().filter(box -> kinds.contains(box.kind()));
    }

    /** The boxes of a kind that can be asked about: on a page that was found, all in the picture. */
    Stream<FormBox> asked(FormBox.Kind kind) {
        return measured.found() ? boxes(List.of(kind)).filter(box -> !isCutOff(box)) : Stream.empty();
    }

    /** Whether the picture shows a part of a box alone. */
    boolean isCutOff(FormBox box) {
        return measured(box).filter(seen -> seen.shown() < LEAST_OF_BOX).isPresent();
    }

    /** Whether glare or a shadow lies over a box. */
    boolean isBadlyLit(FormBox box) {
        return measured(box).filter(seen -> !seen.lit()).isPresent();
    }

    /** Whether a value was altered; undecided where nobody read it. */
    ValueReading.Outcome outcome(FormBox box) {
        return measured(box)
                .flatMap(seen -> Optional.ofNullable(seen.value()))
                .map(ReadValue::outcome)
                .orElse(ValueReading.Outcome.UNDECIDED);
    }

    /** Whether a value could not be judged for one of these reasons. */
    boolean isUndecided(FormBox box, Set<ValueReading.Reason> reasons) {
        return outcome(box) == ValueReading.Outcome.UNDECIDED
                && measured(box)
                        .flatMap(seen -> Optional.ofNullable(seen.value()))
                        .filter(read -> reasons.contains(read.reason()))
                        .isPresent();
    }

    /** What the marks in a box come to, by what it accepts; a box that nobody looked at is for a person. */
    BoxMarks.Verdict verdict(FormBox box) {
        Optional<ReadMarks> marks = marks(box);
        if (marks.isEmpty()) {
            return box.required() ? BoxMarks.Verdict.ASK : BoxMarks.Verdict.NOT_NEEDED;
        }
        boolean straddleAlone = marks.get().kinds().equals(Set.of(MarkKind.STRADDLE_SEAL));
        if (straddleAlone && !box.required()) {
            return BoxMarks.Verdict.NOT_NEEDED;
        }
        return new BoxMarks(
                        box,
                        marks.get().answer(),
                        marks.get().kinds(),
                        marks.get().penShare())
                .verdict();
    }

    /** Whether a stamp stands in a box that accepts another kind of mark. */
    boolean isStamped(FormBox box) {
        return marks(box)
                .filter(seen -> seen.answer() == BoxMarks.Answer.FILLED)
                .filter(seen ->
                        seen.kinds().stream().anyMatch(kind -> kind != MarkKind.PEN && kind != MarkKind.STRADDLE_SEAL))
                .isPresent();
    }

    private Optional<ReadMarks> marks(FormBox box) {
        return measured(box).flatMap(seen -> Optional.ofNullable(seen.marks()));
    }
}
