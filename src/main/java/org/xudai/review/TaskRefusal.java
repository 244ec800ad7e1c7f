package org.xudai.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.StaffId;

/** Why something cannot be done with a task. */
public sealed interface TaskRefusal {

    /** No such task for this caller. */
    record Unknown() implements TaskRefusal {}

    /**
     * A rule forbids it.
     *
     * @param rule code: {@code ROLE FOUR_EYES_INVESTIGATED FOUR_EYES_REVIEWED FOUR_EYES_APPROVED FOUR_EYES_IMPORTED
     *     FOUR_EYES_UPLOADED …}
     * @param who names of those who may
     */
    record Forbidden(String rule, List<String> who) implements TaskRefusal {}

    /** Somebody was faster: who has it or did it, when, with what outcome. */
    record Taken(
            @Nullable StaffId by,
            @Nullable Instant at,
            @Nullable String outcome) implements TaskRefusal {}

    /** What was entered cannot be taken. */
    record Invalid(List<FieldProblem> problems) implements TaskRefusal {}
}
