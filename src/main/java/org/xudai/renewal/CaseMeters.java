package org.xudai.renewal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases stand where. Every node shows the same figures. */
@Component
class CaseMeters implements MeterBinder {

    private final JdbcClient jdbc;

    CaseMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (CaseState state : CaseState.values()) {
            Gauge.builder("xudai.cases", () -> count(state))
                    .description("renewal cases by state")
                    .tag("state", state.name())
                    .register(registry);
        }
    }

    private long count(CaseState state) {
        return jdbc.sql("select count(*) from renewal_case where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }
}
