package org.xudai.loanbook;

import java.util.List;
import java.util.Optional;
import org.xudai.audit.Actor;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.StaffId;

/** Who has a part in a loan. */
public interface Parties {

    /** All parties of a loan: those of its borrower and those of its security. */
    List<Party> ofLoan(LoanNumber loan);

    Optional<Party> find(PartyId id);

    /**
     * Registers parties of a loan; one already known by role and name is updated.
     *
     * @return problems by field, {@code parties[0].residentId} …; empty where all were registered
     */
    List<FieldProblem> register(LoanNumber loan, List<NewParty> parties, Actor by);

    /** First officer: called back and noted or confirmed the number. Sending to a changed number pauses 24 hours. */
    void noteCallBack(PartyId party, MobileNumber number, StaffId by);

    /**
     * Second officer confirms.
     *
     * @return false where he is the first one himself, or nothing waits for confirmation
     */
    boolean confirmNumber(PartyId party, StaffId by);
}
