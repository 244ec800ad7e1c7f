package org.xudai.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xudai.dossier.Document;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.intake.worker.WorkerPool;

/** Uploads taken and how long their verdicts took, on this node. */
@Component
class IntakeMeters {

    private final MeterRegistry registry;
    private final Clock clock;

    IntakeMeters(MeterRegistry registry, Clock clock, WorkerPool workers) {
        this.registry = registry;
        this.clock = clock;
        for (WorkerEnd end : WorkerEnd.values()) {
            FunctionCounter.builder("xudai.inspectors.ended", workers, pool -> pool.ended(end))
                    .description("processes that open files and have ended, by why")
                    .tag("why", end.name())
                    .register(registry);
        }
        Gauge.builder("xudai.inspectors.busy", workers, WorkerPool::busy)
                .description("processes that are at a file")
                .register(registry);
        Gauge.builder("xudai.inspectors.idle", workers, WorkerPool::idle)
                .description("processes that wait for a file")
                .register(registry);
    }

    /** A file waited so many nanoseconds for a process to open it. */
    void waited(long nanos) {
        Timer.builder("xudai.inspectors.wait")
                .description("time a file waits for a process to open it")
                .publishPercentiles(0.5, 0.95)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @TransactionalEventListener
    void received(DocumentReceived event) {
        Counter.builder("xudai.uploads")
                .description("documents received")
                .tag("channel", event.document().channel().name())
                .register(registry)
                .increment();
    }

    @TransactionalEventListener
    void inspected(DocumentInspected event) {
        Document document = event.document();
        Duration took = Duration.between(document.storedAt(), clock.instant());
        Timer.builder("xudai.verdict")
                .description("time from the receipt of a document to its verdict")
                .tag("state", document.state().name())
                .publishPercentiles(0.5, 0.95)
                .register(registry)
                .record(took.isNegative() ? Duration.ZERO : took);
    }
}
