package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;

/** Plans the moments of a case back from the earlier of whitelist end and maturity. */
@Component
class DeadlinePlan {

    private final BusinessCalendar calendar;
    private final RenewalSettings settings;

    DeadlinePlan(BusinessCalendar calendar, RenewalSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    /** The day everything counts back from: maturity where the entry has ended. */
    LocalDate anchor(LocalDate maturesOn, @Nullable LocalDate whitelistEnd) {
        return whitelistEnd == null || whitelistEnd.isBefore(calendar.today()) || whitelistEnd.isAfter(maturesOn)
                ? maturesOn
                : whitelistEnd;
    }

    Deadlines plan(LocalDate anchor) {
        Instant now = calendar.now();
        return new Deadlines(
                anchor,
                IntStream.rangeClosed(1, 3)
                        .mapToObj(which -> reminderAt(anchor, which))
                        .filter(moment -> moment.isAfter(now))
                        .toList(),
                anchor.minusDays(settings.lastNormalDay()),
                calendar.at(anchor.minusDays(settings.escalation()), settings.morning()),
                calendar.at(calendar.workingDayOnOrBefore(anchor.minusDays(settings.hardStop())), settings.evening()));
    }

    /** The moment of a reminder, 1 to 3, also where it has passed. */
    Instant reminderAt(LocalDate anchor, int which) {
        return calendar.at(anchor.minusDays(settings.reminder(which)), settings.morning());
    }

    boolean enoughTime(LocalDate anchor) {
        return calendar.daysUntil(anchor) >= settings.minimumDays();
    }

    /** The new hard stop of an overdue case. */
    Instant extended() {
        return calendar.at(calendar.plusWorkingDays(calendar.today(), settings.extensionDays()), settings.evening());
    }

    Instant dueAt(HumanTaskKind kind) {
        int days = kind == HumanTaskKind.ReviewCase ? settings.reviewDays() : settings.workDays();
        return calendar.at(calendar.plusWorkingDays(calendar.today(), days), settings.evening());
    }
}
