package org.xudai.signing;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** Somebody declined to sign a form on the screen. */
public record SigningDeclined(Declined declined) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return declined.caseNumber();
    }

    @Override
    public String act() {
        return "signing.declined";
    }

    @Override
    public Actor actor() {
        return Actor.party(declined.party());
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("form", declined.material().value(), "version", Integer.toString(declined.version()));
    }

    @Override
    public Map<String, String> personal() {
        return Map.of("reason", declined.reason());
    }
}
