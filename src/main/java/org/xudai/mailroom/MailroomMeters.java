package org.xudai.mailroom;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How the mailroom keeps up. Every node shows the same figure. */
@Component
class MailroomMeters implements MeterBinder {

    private final StackTable stacks;
    private final Clock clock;

    MailroomMeters(StackTable stacks, Clock clock) {
        this.stacks = stacks;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xudai.mailroom.stack.age", this, MailroomMeters::age)
                .description("age of the oldest stack of scans that is not taken apart yet")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age() {
        return stacks.underWay().stream()
                .limit(1)
                .flatMap(id -> stacks.find(id).stream())
                .mapToDouble(stack ->
                        Duration.between(stack.receivedAt(), clock.instant()).toSeconds())
                .findFirst()
                .orElse(0);
    }
}
