package org.xudai.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.xudai.kernel.Setting;

/**
 * How slowly a body may come. Only the time in which the server waits for it counts.
 *
 * @param grace how long any body may take
 * @param slowest what has to come in each second beyond that, on the average
 * @param longest how long a body may take at the most, whatever its size
 */
@ConfigurationProperties("xudai.web.body")
record BodySettings(
        @DefaultValue("30s") Duration grace,
        @DefaultValue("2KB") DataSize slowest,
        @DefaultValue("30m") Duration longest) {

    BodySettings {
        Setting.positive("xudai.web.body.grace", grace);
        Setting.require(slowest.toBytes() > 0, "xudai.web.body.slowest", "has to be more than nothing, not " + slowest);
        Setting.positive("xudai.web.body.longest", longest);
    }

    /** How long the server may have waited once so many bytes have come. */
    Duration allowed(long bytes) {
        Duration paced = grace.plus(Duration.ofMillis(bytes * 1000 / slowest.toBytes()));
        return paced.compareTo(longest) < 0 ? paced : longest;
    }
}
