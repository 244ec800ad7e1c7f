package org.xudai.calendar;

import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the system. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    Clock clock(CalendarSettings settings) {
        if (TimeZone.getDefault().getRawOffset() != 0) {
            throw new IllegalStateException(
                    "Xudai keeps time in UTC and leaves zones to the business calendar: start Java with -Duser.timezone=UTC");
        }
        Clock utc = Clock.systemUTC();
        var startAt = settings.startAt();
        return startAt == null ? utc : Clock.offset(utc, Duration.between(utc.instant(), startAt.toInstant()));
    }
}
