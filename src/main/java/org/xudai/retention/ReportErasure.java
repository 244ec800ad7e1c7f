package org.xudai.retention;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.loanbook.ImportReports;

/** Erases the reports of imports that were made long enough ago. */
@Component
class ReportErasure {

    private final ImportReports reports;
    private final RetentionClocks clocks;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReportErasure(
            ImportReports reports,
            RetentionClocks clocks,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.clocks = clocks;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Erases so many reports at the most. */
    void erase(int most) {
        List<UUID> due = reports
                .until(
                        calendar.at(
                                clocks.mayHaveRunOutSince(RetentionClock.REPORTS)
                                        .plusDays(1),
                                LocalTime.MIDNIGHT),
                        most)
                .stream()
                .filter(report -> clocks.hasRunOut(clocks.ofReport(report.startedAt())))
                .map(ImportReports.Report::id)
                .toList();
        if (!due.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                reports.forget(due);
                events.publishEvent(new ReportsErased(due.size()));
            });
        }
    }
}
