package org.xudai.renewal;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/**
 * Something that happened to a case.
 *
 * @param caseNumber the case
 * @param verb {@code opened eligibility-checked deadlines-planned forms-issued invited collecting reminded
 *     escalated guidance-requested submitted level-set terms-offered terms-answered renewing refused-by-core
 *     renewed sealed withdrawn settled refused not-eligible lapsed extended form-frozen original-received
 *     exception-granted review-overdue attend}
 * @param actor who did it
 * @param facts ids, codes, counts
 * @param personal texts people entered
 */
record CaseEvent(
        CaseNumber caseNumber, String verb, Actor actor, Map<String, String> facts, Map<String, String> personal)
        implements Auditable {

    static CaseEvent of(CaseNumber caseNumber, String verb, Actor actor) {
        return new CaseEvent(caseNumber, verb, actor, Map.of(), Map.of());
    }

    static CaseEvent of(CaseNumber caseNumber, String verb, Actor actor, Map<String, String> facts) {
        return new CaseEvent(caseNumber, verb, actor, facts, Map.of());
    }

    @Override
    public String act() {
        return "renewal." + verb;
    }
}
