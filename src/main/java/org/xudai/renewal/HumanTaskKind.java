package org.xudai.renewal;

import java.util.Set;

/** Human tasks of the process: the BPMN id without {@code Task_}, and the outcomes each has. */
public enum HumanTaskKind {
    DecideException("GRANT", "REFUSE"),
    GuideBorrower("DONE", "NO_ANSWER"),
    CallBorrower("DONE", "NO_ANSWER"),
    InvestigateCase("AGREE", "CORRECT", "REFUSE"),
    CoInvestigateCase("AGREE", "RETURN"),
    ReviewCase("AGREE", "CORRECT", "RETURN", "REFUSE"),
    ApproveCase("APPROVE", "RETURN", "REFUSE"),
    DecideOverdueCase("EXTEND", "VISIT", "CLOSE"),
    AttendRenewal("DONE");

    private final Set<String> outcomes;

    HumanTaskKind(String... outcomes) {
        this.outcomes = Set.of(outcomes);
    }

    public Set<String> outcomes() {
        return outcomes;
    }
}
