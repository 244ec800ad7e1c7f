package org.xudai.retention;

import java.util.Optional;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/** Legal holds on cases. Both acts are recorded with their reason. */
public interface LegalHolds {

    /** The hold that stands on a case. */
    Optional<LegalHold> of(CaseNumber caseNumber);

    /** Answer to {@link #place}. */
    enum Placing {
        PLACED,
        /** One stands already. */
        HELD,
        /** The case was erased, or is being erased: there is nothing left to hold. */
        ERASED
    }

    /**
     * Places a hold on a case, under way or ended.
     *
     * @param reason why: file number of a court, a complaint, an inquiry
     */
    Placing place(CaseNumber caseNumber, String reason, StaffId by);

    /**
     * Lifts the hold of a case; its clock runs on as if there had been none.
     *
     * @return false where none stands
     */
    boolean lift(CaseNumber caseNumber, String reason, StaffId by);
}
