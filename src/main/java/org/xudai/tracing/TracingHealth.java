package org.xudai.tracing;

import java.net.URI;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Where traces go, for the health page. The collector is not asked: nothing depends on it. */
@Component("tracesHealthIndicator")
class TracingHealth implements HealthIndicator {

    private final TracingSettings settings;

    TracingHealth(TracingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Health health() {
        URI target = settings.target();
        return target == null
                ? Health.unknown()
                        .withDetail("traces", "not made: no collector is configured")
                        .build()
                : Health.up()
                        .withDetail("collector", target.getAuthority())
                        .withDetail("percentOfCases", settings.percent())
                        .build();
    }
}
