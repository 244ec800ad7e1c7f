package org.xudai.bankseal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long the certificate of the bank's seal still holds. */
@Component
@NeedsSealKey
class BankSealMeters implements MeterBinder {

    private final SealKey key;
    private final Clock clock;

    BankSealMeters(SealKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("xudai.bank.seal.validity", this, BankSealMeters::seconds)
                .description("how long the certificate of the bank's seal is still valid")
                .baseUnit("seconds")
                .register(registry);
    }

    private double seconds() {
        return Duration.between(clock.instant(), key.certificate().validUntil()).toSeconds();
    }
}
