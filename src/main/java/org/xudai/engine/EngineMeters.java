package org.xudai.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the engine keeps up: incidents, and how long a job that could run has waited. Every node shows the same figures. */
@Component
class EngineMeters implements MeterBinder {

    private static final String DUE = """
            select min(coalesce(duedate_, create_time_)) from camunda.act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and lock_owner_ is null
              and coalesce(duedate_, create_time_) <= ?
            """;

    private final ObjectProvider<RuntimeService> processes;
    private final JdbcClient jdbc;
    private final Clock clock;

    EngineMeters(ObjectProvider<RuntimeService> processes, JdbcClient jdbc, Clock clock) {
        this.processes = processes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xudai.incidents", this, EngineMeters::incidents)
                .description("open incidents: steps that gave up after their last retry")
                .register(registry);
        Gauge.builder("xudai.job.lag", this, EngineMeters::lag)
                .description("how long the oldest job that could run has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private double incidents() {
        return processes.getObject().createIncidentQuery().count();
    }

    private double lag() {
        Instant now = clock.instant();
        return jdbc.sql(DUE)
                .param(Timestamp.from(now))
                .query((row, number) -> row.getTimestamp(1) == null
                        ? 0d
                        : Duration.between(row.getTimestamp(1).toInstant(), now).toMillis() / 1000d)
                .single();
    }
}
