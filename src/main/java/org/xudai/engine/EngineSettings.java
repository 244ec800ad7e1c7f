package org.xudai.engine;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * The process engine.
 *
 * @param retry waits between tries of a failed step, ISO 8601 durations separated by commas; after the last the step is
 *     an incident in Cockpit
 */
@ConfigurationProperties("xudai.engine")
record EngineSettings(@DefaultValue("PT1M,PT10M,PT1H") String retry) {

    EngineSettings {
        for (String wait : retry.split(",", -1)) {
            Setting.positive("xudai.engine.retry", duration(wait.strip()));
        }
    }

    private static Duration duration(String wait) {
        try {
            return Duration.parse(wait);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("xudai.engine.retry has to be durations like PT1M,PT10M", e);
        }
    }
}
