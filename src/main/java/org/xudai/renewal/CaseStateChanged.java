package org.xudai.renewal;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** A case came to another state; published in the transaction that moved it. */
public record CaseStateChanged(CaseNumber caseNumber, CaseState from, CaseState to) implements Auditable {

    @Override
    public String act() {
        return "renewal.state";
    }

    @Override
    public Actor actor() {
        return Actor.system("process");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("from", from.name(), "to", to.name());
    }
}
