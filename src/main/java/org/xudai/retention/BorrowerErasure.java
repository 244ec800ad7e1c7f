package org.xudai.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.loanbook.SettledLoans;
import org.xudai.renewal.EndedCases;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Trace;
import org.xudai.vault.Vault;

/** Erases a borrower of whom no case is kept and whose loans were all settled long ago; in one transaction. */
@Component
class BorrowerErasure {

    private final SettledLoans loans;
    private final EndedCases cases;
    private final RetentionClocks clocks;
    private final ErasureTable erasures;
    private final Oblivion oblivion;
    private final CertificateWriter certificates;
    private final Vault vault;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    BorrowerErasure(
            SettledLoans loans,
            EndedCases cases,
            RetentionClocks clocks,
            ErasureTable erasures,
            Oblivion oblivion,
            CertificateWriter certificates,
            Vault vault,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.loans = loans;
        this.cases = cases;
        this.clocks = clocks;
        this.erasures = erasures;
        this.oblivion = oblivion;
        this.certificates = certificates;
        this.vault = vault;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Erases a borrower; false where he owes, has a case, or his time has not run out. */
    boolean erase(String customerNumber) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Due> due = loans.lock(customerNumber)
                    .filter(settledOn ->
                            cases.withCases(List.of(customerNumber)).isEmpty())
                    .map(clocks::ofBorrower)
                    .filter(clocks::hasRunOut);
            due.ifPresent(ran -> erase(customerNumber, ran));
            return due.isPresent();
        }));
    }

    private void erase(String customerNumber, Due due) {
        Instant now = calendar.now();
        Erasure erasure = erasures.begin(Erasure.Kind.BORROWER, customerNumber, due, now);
        Map<String, Integer> rows = oblivion.forget(Trace.Of.BORROWER, customerNumber);
        vault.destroy(KeyOwner.ofBorrower(customerNumber));
        Certificate certificate = certificates.ofBorrower(erasure, rows, now);
        erasures.end(erasure, certificate, now);
        events.publishEvent(new BorrowerErased(customerNumber, due, certificate.hash()));
    }
}
