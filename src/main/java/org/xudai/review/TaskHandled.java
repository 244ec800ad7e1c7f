package org.xudai.review;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/**
 * Somebody took a task, gave it back, or tried what a rule forbids.
 *
 * @param caseNumber the case
 * @param taskId the task
 * @param kind which task
 * @param verb {@code claimed released forbidden}
 * @param rule the rule for {@code forbidden}, else empty
 * @param by who
 */
record TaskHandled(CaseNumber caseNumber, String taskId, String kind, String verb, String rule, StaffId by)
        implements Auditable {

    @Override
    public String act() {
        return "review." + verb;
    }

    @Override
    public Actor actor() {
        return Actor.staff(by);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("task", taskId, "kind", kind, "rule", rule);
    }
}
