package org.xudai.notices;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in the health details which channels have a carrier. A channel without one is no fault of this node. */
@Component("notices")
class NoticeChannels implements HealthIndicator {

    private final Map<String, String> channels;

    NoticeChannels(List<MessageCarrier> carriers) {
        this.channels = Stream.of(MessageCarrier.SMS, MessageCarrier.MAIL)
                .collect(Collectors.toMap(
                        channel -> channel,
                        channel -> carriers.stream()
                                        .anyMatch(carrier -> carrier.channel().equals(channel))
                                ? "CONFIGURED"
                                : NoticeTable.NOT_CONFIGURED));
    }

    @Override
    public Health health() {
        return Health.up().withDetails(channels).build();
    }
}
