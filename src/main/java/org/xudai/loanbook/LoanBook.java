package org.xudai.loanbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Slice;

/** The loans. */
public interface LoanBook {

    Optional<Loan> find(LoanNumber number);

    /** Loans by maturity, soonest first. */
    Slice<Loan> search(LoanQuery query);

    /** After the renewal of the entry: sets the state of the new contract. */
    void setContract(LoanNumber number, ContractState state, @Nullable String contractNumber, Actor by);
}
