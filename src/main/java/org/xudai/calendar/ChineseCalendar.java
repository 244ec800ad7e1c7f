package org.xudai.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Working days of banks in mainland China. */
@Component
class ChineseCalendar implements BusinessCalendar {

    private final Clock clock;
    private final ZoneId zone;
    private final HolidayTable table = new HolidayTable();

    ChineseCalendar(Clock clock, CalendarSettings settings) {
        this.clock = clock;
        this.zone = settings.zone();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return table.works(day, weekday);
    }

    @Override
    public LocalDate workingDayOnOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        LocalDate found = day;
        for (int left = days; left > 0; ) {
            found = found.plusDays(1);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    @Override
    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(today(), day);
    }
}
