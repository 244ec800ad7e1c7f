package org.xudai.renewal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.StaffId;

/**
 * A decision somebody made on a task.
 *
 * @param taskId the task
 * @param kind which task
 * @param caseNumber the case
 * @param level level of an approval, else 0
 * @param round round of collection
 * @param by who
 * @param at when
 * @param outcome one of the task's outcomes
 * @param comment internal opinion
 * @param corrections materials to correct
 * @param terms terms of an investigation or approval
 * @param basedOn hashes of the documents the decision was made on
 */
public record RecordedDecision(
        String taskId,
        HumanTaskKind kind,
        CaseNumber caseNumber,
        int level,
        int round,
        StaffId by,
        Instant at,
        String outcome,
        String comment,
        List<CorrectionRequest> corrections,
        @Nullable Terms terms,
        List<Sha256> basedOn) {}
