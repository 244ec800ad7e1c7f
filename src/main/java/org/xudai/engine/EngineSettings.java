package org.xudai.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
            java.time.Duration.parse(wait.strip());
        }
    }
}
