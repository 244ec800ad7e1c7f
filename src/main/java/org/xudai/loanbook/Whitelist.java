package org.xudai.loanbook;

import java.time.LocalDate;
import java.util.Optional;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;

/** The whitelist (白名单): the bank's own list of admitted loans, each entry with a validity. */
public interface Whitelist {

    /** The validity that a renewal today gives: the day after the old end (today where it has ended), for a year. */
    Validity nextValidity(LoanNumber loan);

    /** A period, both days included. */
    record Validity(LocalDate from, LocalDate until) {}

    /** Records a renewed entry once for a case and sets the contract to unsigned; a second call changes nothing. */
    void recordRenewal(CaseNumber caseNumber, LoanNumber loan, Validity validity, String coreReference, Actor by);

    /** The renewal recorded for a case and loan. */
    Optional<Validity> renewalOf(CaseNumber caseNumber, LoanNumber loan);
}
