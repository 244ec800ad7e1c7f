package org.xudai.access;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;

/**
 * What happened to a party's way in.
 *
 * @param caseNumber the case
 * @param party the party
 * @param verb {@code link-minted link-revoked link-handed-over code-sent code-accepted code-wrong
 *     signing-code-sent signing-code-accepted signing-code-wrong signed-out}
 * @param actor who did it
 * @param purpose purpose of a code, or how a link was handed over; may be empty
 */
record InvitationEvent(CaseNumber caseNumber, PartyId party, String verb, Actor actor, String purpose)
        implements Auditable {

    @Override
    public String act() {
        return "access." + verb;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("party", party.toString(), "purpose", purpose);
    }
}
