package org.xudai.retention;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.EndedCases;
import org.xudai.vault.Trace;

/** Erases what was only on its way into cases that ended long enough ago. A held case keeps it. */
@Component
class DraftErasure {

    private final EndedCases cases;
    private final RetentionClocks clocks;
    private final HoldTable holds;
    private final Oblivion oblivion;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    DraftErasure(
            EndedCases cases,
            RetentionClocks clocks,
            HoldTable holds,
            Oblivion oblivion,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.clocks = clocks;
        this.holds = holds;
        this.oblivion = oblivion;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Erases the drafts of so many cases at the most. */
    void erase(int most) {
        Set<CaseNumber> held = holds.standing();
        List<CaseNumber> ended = cases.withDrafts(
                calendar.at(clocks.mayHaveRunOutSince(RetentionClock.DRAFTS).plusDays(1), LocalTime.MIDNIGHT),
                most + held.size());
        ended.stream()
                .filter(number -> !held.contains(number))
                .limit(most)
                .forEach(number -> transaction.executeWithoutResult(status -> erase(number)));
    }

    private void erase(CaseNumber number) {
        boolean due = cases.lock(number)
                && holds.of(number).isEmpty()
                && cases.find(number)
                        .map(clocks::ofDrafts)
                        .filter(clocks::hasRunOut)
                        .isPresent();
        if (!due) {
            return;
        }
        int rows = oblivion.forget(Trace.Of.DRAFT, number.value()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        cases.noteDraftsErased(number, calendar.now());
        if (rows > 0) {
            events.publishEvent(new DraftsErased(number, rows));
        }
    }
}
