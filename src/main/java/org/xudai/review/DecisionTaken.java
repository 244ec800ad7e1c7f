package org.xudai.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;
import org.xudai.renewal.RecordedDecision;

/**
 * A decision was taken.
 *
 * @param decision the decision
 * @param opinion the opinion of an investigation, else null
 */
public record DecisionTaken(
        RecordedDecision decision, @Nullable Opinion opinion) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return decision.caseNumber();
    }

    @Override
    public String act() {
        return "review.decided";
    }

    @Override
    public Actor actor() {
        return Actor.staff(decision.by());
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("task", decision.taskId());
        facts.put("kind", decision.kind().name());
        facts.put("level", Integer.toString(decision.level()));
        facts.put("round", Integer.toString(decision.round()));
        facts.put("outcome", decision.outcome());
        facts.put(
                "materials",
                decision.corrections().stream()
                        .map(correction -> correction.material() + ":" + correction.reason())
                        .collect(Collectors.joining(",")));
        facts.put("basedOn", decision.basedOn().stream().map(Sha256::value).collect(Collectors.joining(",")));
        var terms = decision.terms();
        if (terms != null) {
            facts.put("amount", terms.amount().toString());
            facts.put("termMonths", Integer.toString(terms.termMonths()));
        }
        if (opinion != null) {
            facts.put(
                    "creditQueries",
                    opinion.creditQueries().stream()
                            .map(query ->
                                    query.subject() + " " + query.number() + " " + query.at() + " " + query.outcome())
                            .collect(Collectors.joining(",")));
        }
        return facts;
    }

    @Override
    public Map<String, String> personal() {
        Map<String, String> personal = new LinkedHashMap<>();
        personal.put("comment", decision.comment());
        decision.corrections().forEach(correction -> personal.put("text." + correction.material(), correction.text()));
        if (opinion != null) {
            personal.put("business", opinion.business());
            personal.put("use", opinion.use());
            personal.put("repaymentSource", opinion.repaymentSource());
        }
        return personal;
    }
}
