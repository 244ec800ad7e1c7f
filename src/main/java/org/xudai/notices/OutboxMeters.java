package org.xudai.notices;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the outbox stands. Every node shows the same figures, for all of them read one database: an alarm takes the largest.
 */
@Component
class OutboxMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xudai.outbox.waiting", this, OutboxMeters::waiting)
                .description("messages whose moment has come and that no carrier has taken yet")
                .register(registry);
        Gauge.builder("xudai.outbox.age", this, OutboxMeters::age)
                .description("how long the oldest message that is due has waited since its moment came")
                .baseUnit("seconds")
                .register(registry);
    }

    private double waiting() {
        return jdbc.sql("select count(*) from notice where state = 'QUEUED' and next_try_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private double age() {
        Instant now = clock.instant();
        return jdbc.sql("select min(next_try_at) from notice where state = 'QUEUED' and next_try_at <= ?")
                .param(Timestamp.from(now))
                .query((row, number) -> row.getTimestamp(1) == null
                        ? 0d
                        : Duration.between(row.getTimestamp(1).toInstant(), now).toMillis() / 1000d)
                .single();
    }
}
