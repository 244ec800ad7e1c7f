package org.xudai.audit;

import org.xudai.kernel.PartyId;
import org.xudai.kernel.StaffId;

/**
 * Who did an act.
 *
 * @param kind whether a member of staff, a party or the system itself
 * @param id the sign-in name, the party's id, or the name of the system's job
 */
public record Actor(Kind kind, String id) {

    /** Kinds of actor. */
    public enum Kind {
        STAFF,
        PARTY,
        SYSTEM
    }

    public static Actor staff(StaffId id) {
        return new Actor(Kind.STAFF, id.value());
    }

    public static Actor party(PartyId id) {
        return new Actor(Kind.PARTY, id.toString());
    }

    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job);
    }
}
