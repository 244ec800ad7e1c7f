package org.xudai.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How sealing keeps up. Every node shows the same figures. */
@Component
class SealMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    SealMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xudai.audit.unsealed", this, SealMeters::waiting)
                .description("entries of the record that are not sealed yet")
                .register(registry);
        Gauge.builder("xudai.audit.unsealed.age", this, SealMeters::age)
                .description("age of the oldest entry of the record that is not sealed yet")
                .baseUnit("seconds")
                .register(registry);
    }

    private double waiting() {
        return jdbc.sql("select count(*) from audit_unsealed").query(Long.class).single();
    }

    private double age() {
        Instant now = clock.instant();
        return jdbc.sql("select coalesce(min(at), ?) from audit_unsealed")
                .param(Timestamp.from(now))
                .query((row, number) ->
                        Duration.between(row.getTimestamp(1).toInstant(), now).toMillis() / 1000d)
                .single();
    }
}
