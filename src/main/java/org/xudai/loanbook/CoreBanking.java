package org.xudai.loanbook;

import java.time.LocalDate;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/** Port to the core banking system: the register of the whitelist. */
public interface CoreBanking {

    /**
     * Renews the whitelist entry of a loan, once for a case: the case number is the idempotency key.
     *
     * @throws CoreBankingUnavailable where the outcome is unknown or the system cannot be reached: to be tried again
     */
    Answer renewEntry(CaseNumber caseNumber, LoanNumber loan, LocalDate validFrom, LocalDate validUntil);

    /** What the core system answered. */
    sealed interface Answer {}

    /** The entry is renewed. */
    record Renewed(String reference, LocalDate validFrom, LocalDate validUntil) implements Answer {}

    /** The core system refuses, with its reason. */
    record Refused(String reason) implements Answer {}
}
