package org.xudai.renewal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;

/**
 * Approval by level (分级审批): how many approvals the agreed terms need, and how many they have since the last review. An
 * approval carries lesser terms than its own, never greater ones.
 */
@Component
class Approvals {

    private final CaseTable cases;
    private final DecisionRecord decisions;
    private final CaseRules rules;

    Approvals(CaseTable cases, DecisionRecord decisions, CaseRules rules) {
        this.cases = cases;
        this.decisions = decisions;
        this.rules = rules;
    }

    /** The terms agreed so far: those the signer accepted, else those of the latest investigation. */
    Terms agreed(CaseNumber number) {
        Terms approved = cases.get(number).approved();
        if (approved != null) {
            return approved;
        }
        return decisions
                .latest(number, HumanTaskKind.InvestigateCase)
                .flatMap(decision -> Optional.ofNullable(decision.terms()))
                .orElseThrow(() -> new IllegalStateException("case " + number + " has no terms"));
    }

    /** Level of the next approval, from 1. */
    int nextLevel(CaseNumber number) {
        return carrying(number).size() + 1;
    }

    CaseSteps.ApprovalResult result(CaseNumber number) {
        RecordedDecision latest =
                decisions.latest(number, HumanTaskKind.ApproveCase).orElseThrow();
        if (latest.outcome().equals("RETURN")) {
            return CaseSteps.ApprovalResult.RETURN;
        }
        if (latest.outcome().equals("REFUSE")) {
            return CaseSteps.ApprovalResult.REFUSE;
        }
        Terms given = latest.terms();
        if (given != null && !given.equals(agreed(number))) {
            return CaseSteps.ApprovalResult.TERMS_CHANGED;
        }
        return complete(number) ? CaseSteps.ApprovalResult.COMPLETE : CaseSteps.ApprovalResult.NEXT_LEVEL;
    }

    /** Whether the agreed terms have all approvals they need, each of another person. */
    boolean complete(CaseNumber number) {
        long people =
                carrying(number).stream().map(RecordedDecision::by).distinct().count();
        return people >= rules.controlLevel(agreed(number).amount()).approvals();
    }

    /** The terms of the latest approval, offered to the signer. */
    Terms offered(CaseNumber number) {
        return decisions
                .latest(number, HumanTaskKind.ApproveCase)
                .flatMap(decision -> Optional.ofNullable(decision.terms()))
                .orElseThrow();
    }

    private List<RecordedDecision> carrying(CaseNumber number) {
        List<RecordedDecision> all = decisions.ofCase(number);
        int lastReview = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() == HumanTaskKind.ReviewCase) {
                lastReview = i;
            }
        }
        Terms agreed = agreed(number);
        return all.subList(lastReview, all.size()).stream()
                .filter(decision -> decision.kind() == HumanTaskKind.ApproveCase
                        && decision.outcome().equals("APPROVE")
                        && carries(decision.terms(), agreed))
                .toList();
    }

    private static boolean carries(@org.jspecify.annotations.Nullable Terms given, Terms agreed) {
        return given != null
                && given.amount().compareTo(agreed.amount()) >= 0
                && given.termMonths() >= agreed.termMonths();
    }
}
