package org.xudai.renewal;

import org.xudai.kernel.CaseNumber;

/**
 * A human task is gone; published in the engine's transaction.
 *
 * @param taskId id in the engine
 * @param caseNumber the case
 * @param completed whether by completion; else it was interrupted (withdrawn, settled, overdue)
 */
public record HumanTaskClosed(String taskId, CaseNumber caseNumber, boolean completed) {}
