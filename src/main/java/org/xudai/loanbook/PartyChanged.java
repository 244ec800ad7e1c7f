package org.xudai.loanbook;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.PartyId;

/**
 * A party was registered or changed.
 *
 * @param party who
 * @param act stable code of the act
 * @param actor who did it
 * @param personal old and new values
 */
public record PartyChanged(PartyId party, String act, Actor actor, Map<String, String> personal) implements Auditable {

    static PartyChanged plain(PartyId party, String act, Actor by) {
        return new PartyChanged(party, act, by, Map.of());
    }

    static PartyChanged number(PartyId party, String act, Actor by, MobileNumber number) {
        return new PartyChanged(party, act, by, Map.of("number", number.value()));
    }

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("party", party.toString());
    }
}
