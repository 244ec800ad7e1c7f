package org.xudai.retention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How erasing keeps up. Every node shows the same figure. */
@Component
class RetentionMeters implements MeterBinder {

    private final ErasureTable erasures;
    private final Clock clock;

    RetentionMeters(ErasureTable erasures, Clock clock) {
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xudai.retention.unfinished.age", this, RetentionMeters::age)
                .description("age of the oldest erasure that was begun and has not ended")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age() {
        return erasures.underWay(1).stream()
                .mapToDouble(begun ->
                        Duration.between(begun.beganAt(), clock.instant()).toSeconds())
                .findFirst()
                .orElse(0);
    }
}
