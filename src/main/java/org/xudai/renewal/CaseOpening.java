package org.xudai.renewal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.Rights;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.PartyRole;

/** Opens cases: one open case a loan, and none for a secured loan without anybody registered for its security. */
@Component
class CaseOpening {

    private final LoanBook loans;
    private final Parties parties;
    private final Rights rights;
    private final CaseTable cases;
    private final CaseProcess process;
    private final CaseTransactions transactions;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    CaseOpening(
            LoanBook loans,
            Parties parties,
            Rights rights,
            CaseTable cases,
            CaseProcess process,
            CaseTransactions transactions,
            BusinessCalendar calendar,
            ApplicationEventPublisher events) {
        this.loans = loans;
        this.parties = parties;
        this.rights = rights;
        this.cases = cases;
        this.process = process;
        this.transactions = transactions;
        this.calendar = calendar;
        this.events = events;
    }

    Renewals.Opening open(LoanNumber number, List<NewParty> registered, StaffMember by) {
        if (!Act.OPEN_RENEWALS.allowedTo(by)) {
            return new Renewals.Opening.NotAllowed();
        }
        Optional<Loan> loan = loans.find(number).filter(found -> rights.may(by, Act.OPEN_RENEWALS, found.branch()));
        if (loan.isEmpty()) {
            return new Renewals.Opening.UnknownLoan();
        }
        try {
            return transactions.run(() -> open(loan.get(), registered, by));
        } catch (DuplicateKeyException e) {
            return cases.openCaseOf(number)
                    .<Renewals.Opening>map(Renewals.Opening.AlreadyOpen::new)
                    .orElseThrow(() -> e);
        }
    }

    private Renewals.Opening open(Loan loan, List<NewParty> registered, StaffMember by) {
        Optional<CaseNumber> existing = cases.openCaseOf(loan.number());
        if (existing.isPresent()) {
            return new Renewals.Opening.AlreadyOpen(existing.get());
        }
        Actor actor = Actor.staff(by.id());
        if (!registered.isEmpty()) {
            List<FieldProblem> problems = parties.register(loan.number(), registered, actor);
            if (!problems.isEmpty()) {
                return new Renewals.Opening.PartiesRefused(problems);
            }
        }
        if (loan.secured() && !isSecured(loan.number())) {
            return new Renewals.Opening.PartiesMissing(List.of(PartyRole.GUARANTOR.name(), PartyRole.MORTGAGOR.name()));
        }
        RenewalCase renewal = renewal(loan, by);
        cases.insert(renewal, loan.borrower().customerNumber());
        events.publishEvent(CaseEvent.of(
                renewal.number(), "opened", actor, Map.of("loan", loan.number().value())));
        process.start(renewal.number());
        return new Renewals.Opening.Opened(renewal);
    }

    private boolean isSecured(LoanNumber loan) {
        return parties.ofLoan(loan).stream()
                .anyMatch(party -> party.is(PartyRole.GUARANTOR) || party.is(PartyRole.MORTGAGOR));
    }

    private RenewalCase renewal(Loan loan, StaffMember by) {
        Set<StaffId> importers = new HashSet<>();
        if (loan.importedBy() != null) {
            importers.add(loan.importedBy());
        }
        return new RenewalCase(
                cases.nextNumber(),
                List.of(loan.number()),
                loan.borrower().name(),
                loan.branch(),
                by.id(),
                CaseState.OPENED,
                loan.balance(),
                importers,
                loan.maturesOn(),
                loan.whitelistEnd(),
                loan.whitelistEnd() == null || loan.whitelistEnd().isBefore(calendar.today()),
                null,
                calendar.now(),
                null,
                null,
                1,
                null,
                null);
    }
}
