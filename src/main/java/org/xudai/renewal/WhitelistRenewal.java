package org.xudai.renewal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.loanbook.CoreBanking;
import org.xudai.loanbook.Whitelist;

/** Renews the whitelist entries of a case through the core system, once and only once. */
@Component
class WhitelistRenewal {

    private static final Actor RENEWAL = Actor.system("renewal");

    private final CaseTable cases;
    private final DecisionRecord decisions;
    private final Approvals approvals;
    private final Eligibility eligibility;
    private final CaseRules rules;
    private final CoreBanking core;
    private final Whitelist whitelist;

    WhitelistRenewal(
            CaseTable cases,
            DecisionRecord decisions,
            Approvals approvals,
            Eligibility eligibility,
            CaseRules rules,
            CoreBanking core,
            Whitelist whitelist) {
        this.cases = cases;
        this.decisions = decisions;
        this.approvals = approvals;
        this.eligibility = eligibility;
        this.rules = rules;
        this.core = core;
        this.whitelist = whitelist;
    }

    /** The core system's reason where it refuses. */
    Optional<String> renew(CaseNumber number) {
        RenewalCase renewal = cases.get(number);
        requireCarried(renewal);
        for (LoanNumber loan : renewal.loans()) {
            if (whitelist.renewalOf(number, loan).isPresent()) {
                continue;
            }
            Whitelist.Validity validity = whitelist.nextValidity(loan);
            CoreBanking.Answer answer = core.renewEntry(number, loan, validity.from(), validity.until());
            if (answer instanceof CoreBanking.Refused refused) {
                return Optional.of(refused.reason());
            }
            if (answer instanceof CoreBanking.Renewed renewed) {
                whitelist.recordRenewal(
                        number,
                        loan,
                        new Whitelist.Validity(renewed.validFrom(), renewed.validUntil()),
                        renewed.reference(),
                        RENEWAL);
            }
        }
        return Optional.empty();
    }

    /**
     * Looks at our own tables once more. What does not carry the renewal is a fault, an incident for the process admin:
     * the diagram never leads here without these decisions.
     */
    private void requireCarried(RenewalCase renewal) {
        CaseNumber number = renewal.number();
        require(renewal.state() == CaseState.RENEWING, number, "is not in renewal");
        RecordedDecision investigation = agreed(number, HumanTaskKind.InvestigateCase);
        RecordedDecision review = agreed(number, HumanTaskKind.ReviewCase);
        require(!review.by().equals(investigation.by()), number, "was reviewed by its investigator");
        if (rules.controlLevel(approvals.agreed(number).amount()).coInvestigation()) {
            RecordedDecision second = agreed(number, HumanTaskKind.CoInvestigateCase);
            require(!second.by().equals(investigation.by()), number, "was co-investigated by its investigator");
        }
        require(approvals.complete(number), number, "lacks an approval");
        List<RecordedDecision> all = decisions.ofCase(number);
        boolean ownWork = all.stream()
                .filter(decision -> decision.kind() == HumanTaskKind.ApproveCase)
                .anyMatch(decision -> renewal.importers().contains(decision.by())
                        || all.stream()
                                .anyMatch(other -> other.kind() != HumanTaskKind.ApproveCase
                                        && isJudgement(other.kind())
                                        && other.by().equals(decision.by())));
        require(!ownWork, number, "was approved by somebody who worked on it");
        Set<String> reasons = eligibility.unknownReasons(number);
        require(reasons.isEmpty(), number, "is no longer eligible: " + String.join(",", reasons));
    }

    private static boolean isJudgement(HumanTaskKind kind) {
        return kind == HumanTaskKind.InvestigateCase
                || kind == HumanTaskKind.CoInvestigateCase
                || kind == HumanTaskKind.ReviewCase;
    }

    private RecordedDecision agreed(CaseNumber number, HumanTaskKind kind) {
        RecordedDecision latest = decisions.latest(number, kind).orElse(null);
        if (latest == null || !latest.outcome().equals("AGREE")) {
            throw new IllegalStateException("case " + number + " lacks an agreeing " + kind);
        }
        return latest;
    }

    private static void require(boolean holds, CaseNumber number, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("case " + number + " " + otherwise);
        }
    }
}
