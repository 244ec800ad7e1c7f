package org.xudai.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.xudai.notices.MessageCarrier;
import org.xudai.notices.OutgoingMessage;

/** What was sent: both carriers of a test end here. */
@TestConfiguration(proxyBeanMethods = false)
@org.springframework.boot.autoconfigure.condition.ConditionalOnProperty("xudai.testing")
public class TestOutbox {

    @Bean
    Sent sentMessages() {
        return new Sent();
    }

    @Bean
    MessageCarrier smsToTest(Sent sent) {
        return carrier(MessageCarrier.SMS, sent);
    }

    @Bean
    MessageCarrier mailToTest(Sent sent) {
        return carrier(MessageCarrier.MAIL, sent);
    }

    private static MessageCarrier carrier(String channel, Sent sent) {
        return new MessageCarrier() {

            @Override
            public String channel() {
                return channel;
            }

            @Override
            public void send(OutgoingMessage message) {
                sent.messages.add(message);
            }
        };
    }

    /** The messages in the order they were sent. */
    public static final class Sent {

        private final List<OutgoingMessage> messages = new CopyOnWriteArrayList<>();

        /** Messages of a case, oldest first. */
        public List<OutgoingMessage> of(String caseNumber) {
            return messages.stream()
                    .filter(message -> message.caseNumber().value().equals(caseNumber))
                    .toList();
        }

        /** The latest link sent for a case. */
        public Optional<String> link(String caseNumber) {
            return of(caseNumber).stream()
                    .flatMap(message -> Optional.ofNullable(message.link()).stream())
                    .reduce((first, second) -> second);
        }

        /** The latest code sent for a case. */
        public Optional<String> code(String caseNumber) {
            return of(caseNumber).stream()
                    .flatMap(message -> Optional.ofNullable(message.code()).stream())
                    .reduce((first, second) -> second);
        }
    }
}
