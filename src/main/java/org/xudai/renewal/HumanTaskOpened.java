package org.xudai.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/**
 * A human task of the process came up; published in the engine's transaction.
 *
 * @param taskId id in the engine
 * @param kind which task
 * @param caseNumber the case
 * @param level for approvals: the level, from 1; else 0
 * @param round round of collection in which it came up
 * @param dueAt when it is due
 */
public record HumanTaskOpened(
        String taskId,
        HumanTaskKind kind,
        CaseNumber caseNumber,
        int level,
        int round,
        @Nullable Instant dueAt) {}
