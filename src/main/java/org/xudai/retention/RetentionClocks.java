package org.xudai.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.renewal.EndedCase;

/** Computes when the time of something runs out. Days are those of the business zone; the last one still counts. */
@Component
class RetentionClocks {

    /** A month more or less has up to three days: so much may a day counted back be off. */
    private static final int MONTHS_DIFFER = 3;

    private final RetentionSettings settings;
    private final BusinessCalendar calendar;

    RetentionClocks(RetentionSettings settings, BusinessCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /** When a case may be erased; empty as long as its clock does not run, since the new loan is not settled. */
    Optional<Due> of(EndedCase ended) {
        RetentionClock clock = RetentionClock.of(ended.state());
        if (clock != RetentionClock.RENEWED) {
            return Optional.of(due(clock, day(ended.endedAt())));
        }
        LocalDate settledOn = ended.settledOn();
        if (settledOn == null) {
            return Optional.empty();
        }
        // a loan that was settled before the case ended does not let the case be shorter
        LocalDate endedOn = day(ended.endedAt());
        return Optional.of(due(clock, settledOn.isBefore(endedOn) ? endedOn : settledOn));
    }

    /** When the drafts of a case may be erased. */
    Due ofDrafts(EndedCase ended) {
        return due(RetentionClock.DRAFTS, day(ended.endedAt()));
    }

    /** When a borrower may be erased whose last loan was settled on a day. */
    Due ofBorrower(LocalDate settledOn) {
        return due(RetentionClock.BORROWER, settledOn);
    }

    /** When the report of an import may be erased that began at a moment. */
    Due ofReport(Instant startedAt) {
        return due(RetentionClock.REPORTS, day(startedAt));
    }

    /** When a stack of scans may be erased that came at a moment. */
    Due ofStack(Instant receivedAt) {
        return due(RetentionClock.STACKS, day(receivedAt));
    }

    boolean hasRunOut(Due due) {
        return calendar.today().isAfter(due.keptUntil());
    }

    /** A day before which nothing can have begun whose clock has not run out: for looking among rows, not for deciding. */
    LocalDate mayHaveRunOutSince(RetentionClock clock) {
        return calendar.today().minus(settings.of(clock)).plusDays(MONTHS_DIFFER);
    }

    private Due due(RetentionClock clock, LocalDate since) {
        return new Due(clock, since, since.plus(settings.of(clock)));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }
}
