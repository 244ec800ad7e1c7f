package org.xudai.renewal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;

/** Whether the rules allow a renewal, on the loan book as of now. */
@Component
class Eligibility {

    private final LoanBook loans;
    private final CaseRules rules;
    private final CaseTable cases;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    Eligibility(
            LoanBook loans,
            CaseRules rules,
            CaseTable cases,
            BusinessCalendar calendar,
            ApplicationEventPublisher events) {
        this.loans = loans;
        this.rules = rules;
        this.cases = cases;
        this.calendar = calendar;
        this.events = events;
    }

    /** Reasons against the renewal, in the order of the rules; notes are recorded and left out. */
    Set<String> check(CaseNumber number) {
        List<CaseRules.Reason> found = found(number);
        events.publishEvent(CaseEvent.of(
                number,
                "eligibility-checked",
                Actor.system("rules"),
                Map.of("reasons", joined(found, false), "notes", joined(found, true))));
        return reasons(found);
    }

    /** Reasons that nobody knew of when the case went on: neither granted nor reviewed. */
    Set<String> unknownReasons(CaseNumber number) {
        Set<String> now = reasons(found(number));
        now.removeAll(cases.knownReasons(number));
        return now;
    }

    private List<CaseRules.Reason> found(CaseNumber number) {
        return cases.get(number).loans().stream()
                .flatMap(loan -> loans.find(loan).stream())
                .flatMap(loan -> rules.eligibility(facts(loan)).stream())
                .distinct()
                .toList();
    }

    private CaseRules.LoanFacts facts(Loan loan) {
        return new CaseRules.LoanFacts(
                loan.settled(),
                loan.classification(),
                loan.daysOverdue(),
                loan.borrower().size().chinese(),
                loan.maturesOn(),
                calendar.daysUntil(loan.maturesOn()),
                loan.whitelistEnd() == null || loan.whitelistEnd().isBefore(calendar.today()));
    }

    private static Set<String> reasons(List<CaseRules.Reason> found) {
        return found.stream()
                .filter(reason -> !reason.note())
                .map(CaseRules.Reason::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String joined(List<CaseRules.Reason> found, boolean notes) {
        return found.stream()
                .filter(reason -> reason.note() == notes)
                .map(CaseRules.Reason::code)
                .collect(Collectors.joining(","));
    }
}
