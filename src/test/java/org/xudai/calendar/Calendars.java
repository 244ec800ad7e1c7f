package org.xudai.calendar;

import java.time.Clock;
import java.time.ZoneId;

/** Calendars for tests of other modules. */
public final class Calendars {

    private Calendars() {}

    /** The bank's calendar in Shanghai, by a clock. */
    public static BusinessCalendar chinese(Clock clock) {
        return new ChineseCalendar(clock, new CalendarSettings(ZoneId.of("Asia/Shanghai"), null));
    }
}
