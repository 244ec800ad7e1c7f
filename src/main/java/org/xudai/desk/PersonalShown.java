package org.xudai.desk;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.StaffId;

/**
 * Somebody of the bank looked at a personal value unmasked.
 *
 * @param caseNumber the case
 * @param party whose value
 * @param what {@code MOBILE} or {@code RESIDENT_ID}
 * @param by who looked
 */
record PersonalShown(CaseNumber caseNumber, PartyId party, What what, StaffId by) implements Auditable {

    /** What can be looked at. */
    enum What {
        MOBILE,
        RESIDENT_ID
    }

    @Override
    public String act() {
        return "desk.shown";
    }

    @Override
    public Actor actor() {
        return Actor.staff(by);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("party", party.toString(), "shown", what.name());
    }
}
