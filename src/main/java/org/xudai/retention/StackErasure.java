package org.xudai.retention;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.mailroom.StackArchive;

/**
 * Erases stacks of scans that came long enough ago. A legal hold on a case keeps every stack that pages of it came in, since
 * a stack is kept whole or not at all.
 */
@Component
class StackErasure {

    private final StackArchive archive;
    private final HoldTable holds;
    private final RetentionClocks clocks;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StackErasure(
            StackArchive archive,
            HoldTable holds,
            RetentionClocks clocks,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.archive = archive;
        this.holds = holds;
        this.clocks = clocks;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Erases so many stacks at the most; those that are held do not stand in the way of others. */
    void erase(int most) {
        Instant end =
                calendar.at(clocks.mayHaveRunOutSince(RetentionClock.STACKS).plusDays(1), LocalTime.MIDNIGHT);
        int erased = 0;
        List<StackArchive.Kept> page = archive.until(end, StackArchive.Kept.NONE, most);
        while (!page.isEmpty() && erased < most) {
            List<UUID> free = free(page.stream()
                            .filter(stack -> clocks.hasRunOut(clocks.ofStack(stack.receivedAt())))
                            .map(StackArchive.Kept::id)
                            .toList())
                    .stream()
                    .limit(most - erased)
                    .toList();
            erase(free);
            erased += free.size();
            page = archive.until(end, page.get(page.size() - 1), most);
        }
    }

    private void erase(List<UUID> free) {
        if (!free.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                archive.forget(free);
                events.publishEvent(new StacksErased(free));
            });
            archive.clear(free);
        }
    }

    private List<UUID> free(List<UUID> due) {
        Map<UUID, List<CaseNumber>> cases = archive.cases(due);
        Set<CaseNumber> held =
                holds.amongst(cases.values().stream().flatMap(List::stream).toList());
        return due.stream()
                .filter(stack -> cases.getOrDefault(stack, List.of()).stream().noneMatch(held::contains))
                .toList();
    }
}
