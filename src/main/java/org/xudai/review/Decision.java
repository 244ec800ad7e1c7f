package org.xudai.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.Terms;

/**
 * What somebody decides on a task.
 *
 * @param outcome one of the task's outcomes
 * @param comment internal opinion, may be empty
 * @param corrections materials to correct, for {@code CORRECT}
 * @param terms terms of an approval; null takes the opinion's
 * @param opinion opinion of an investigation; fields left null keep their prefilled value
 */
public record Decision(
        String outcome,
        String comment,
        List<CorrectionRequest> corrections,
        @Nullable Terms terms,
        @Nullable PartialOpinion opinion) {}
