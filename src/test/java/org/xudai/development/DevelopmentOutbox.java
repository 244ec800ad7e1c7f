package org.xudai.development;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.notices.MessageCarrier;
import org.xudai.notices.OutgoingMessage;

/** Carries messages nowhere but to {@code /dev/outbox}, to be read there. */
@RestController
class DevelopmentOutbox {

    private final List<OutgoingMessage> messages = new CopyOnWriteArrayList<>();

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Shown(
            String channel,
            String to,
            @Nullable String party,
            String caseNumber,
            String kind,
            String subject,
            String text,
            @Nullable String link,
            @Nullable String code,
            Instant at) {}

    MessageCarrier carrier(String channel) {
        return new MessageCarrier() {

            @Override
            public String channel() {
                return channel;
            }

            @Override
            public void send(OutgoingMessage message) {
                messages.add(message);
            }
        };
    }

    @GetMapping("/dev/outbox")
    List<Shown> outbox(@RequestParam(required = false) @Nullable String caseNumber) {
        return messages.stream()
                .filter(message ->
                        caseNumber == null || message.caseNumber().value().equals(caseNumber))
                .sorted(Comparator.comparing(OutgoingMessage::at).reversed())
                .map(message -> new Shown(
                        message.channel(),
                        message.to(),
                        message.party(),
                        message.caseNumber().value(),
                        message.kind().name(),
                        message.subject(),
                        message.text(),
                        message.link(),
                        message.code(),
                        message.at()))
                .toList();
    }
}
