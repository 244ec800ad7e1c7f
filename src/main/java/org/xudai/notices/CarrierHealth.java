package org.xudai.notices;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which channels have a carrier, for the health page. What has none says so and never pretends. */
@Component("carriersHealthIndicator")
class CarrierHealth implements HealthIndicator {

    private final List<MessageCarrier> carriers;

    CarrierHealth(ObjectProvider<MessageCarrier> carriers) {
        this.carriers = carriers.stream().toList();
    }

    @Override
    public Health health() {
        Health.Builder health = carriers.isEmpty() ? Health.unknown() : Health.up();
        Stream.of(MessageCarrier.SMS, MessageCarrier.MAIL)
                .forEach(channel -> health.withDetail(
                        channel,
                        carriers.stream().anyMatch(carrier -> carrier.channel().equals(channel))
                                ? "configured"
                                : "not configured"));
        return health.build();
    }
}
