package org.xudai.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.xudai.dossier.Document;

/** Uploads taken and how long their verdicts took, on this node. */
@Component
class IntakeMeters {

    private final MeterRegistry registry;
    private final Clock clock;

    IntakeMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
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
