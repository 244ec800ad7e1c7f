package org.xudai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Working days of the bank (公休日, 法定节假日, 调休) and business time. */
public interface BusinessCalendar {

    /** The business zone, {@code xudai.zone}. */
    ZoneId zone();

    /** Today in the business zone. */
    LocalDate today();

    /** Now. */
    Instant now();

    /** Whether the bank works on this day. Years without a loaded table: Monday to Friday. */
    boolean isWorkingDay(LocalDate day);

    /** This day where it is a working day, else the last one before it. */
    LocalDate workingDayOnOrBefore(LocalDate day);

    /** The given number of working days after this day (1 = the next working day). */
    LocalDate plusWorkingDays(LocalDate day, int days);

    /** A moment of business time. */
    Instant at(LocalDate day, LocalTime time);

    /** Days from today to that day, negative where it has passed. */
    long daysUntil(LocalDate day);
}
