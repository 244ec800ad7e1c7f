package org.xudai.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock, which is static, on the system's one clock. */
@Component
public class EngineClock {

    private static final Duration EQUAL = Duration.ofSeconds(1);

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    /** Sets the engine to the moment the system's clock shows; it runs on from there. */
    public void follow() {
        Instant now = clock.instant();
        ClockUtil.reset();
        Duration apart = Duration.between(ClockUtil.now().toInstant(), now);
        if (apart.abs().compareTo(EQUAL) > 0) {
            ClockUtil.offset(apart.toMillis());
        }
    }
}
