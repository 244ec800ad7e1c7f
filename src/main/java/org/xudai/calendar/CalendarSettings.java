package org.xudai.calendar;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Time as the bank keeps it.
 *
 * @param zone business zone: planned moments, days and what people read are in it
 * @param startAt for trying things out: the moment at which the clock stands when the node starts, e.g.
 *     {@code 2026-11-23T09:00:00+08:00}; left out, the real time
 */
@ConfigurationProperties("xudai.calendar")
record CalendarSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @Nullable OffsetDateTime startAt) {}
