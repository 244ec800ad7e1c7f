package org.xudai.renewal;

import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/** What the gateways of one case ask. */
record CaseRouting(CaseNumber number, CaseTable cases, DecisionRecord decisions, Approvals approvals)
        implements CaseSteps.Routing {

    @Override
    public String outcome(HumanTaskKind kind) {
        return decisions.latest(number, kind).orElseThrow().outcome();
    }

    @Override
    public CaseSteps.ApprovalResult approval() {
        return approvals.result(number);
    }

    @Override
    public boolean termsAccepted() {
        return cases.offerAccepted(number);
    }

    @Override
    public @Nullable String stage() {
        return cases.stage(number);
    }
}
