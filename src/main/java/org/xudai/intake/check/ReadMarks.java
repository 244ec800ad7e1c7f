package org.xudai.intake.check;

import java.util.Objects;
import java.util.Set;
import org.xudai.intake.marks.BoxMarks;
import org.xudai.intake.marks.MarkKind;

/**
 * What a worker saw in a box that people fill.
 *
 * @param answer whether something stands in it
 * @param kinds what it is
 * @param penShare share of the box under a pen's ink, 0 to 1
 */
public record ReadMarks(BoxMarks.Answer answer, Set<MarkKind> kinds, double penShare) {

    public ReadMarks {
        Objects.requireNonNull(answer);
        kinds = Set.copyOf(kinds);
    }
}
