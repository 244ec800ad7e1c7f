package org.xudai.notices;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;

/**
 * Sends what is in the outbox. A row is taken in one transaction, sent outside of any, and marked in another: delivery is
 * at least once, with a stable id by which a carrier knows a repetition. Safe on several nodes and after a kill.
 */
@Component
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);
    private static final int BATCH = 50;

    private final NoticeTable table;
    private final Map<String, MessageCarrier> carriers;
    private final NoticeSettings settings;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutboxSender(
            NoticeTable table,
            List<MessageCarrier> carriers,
            NoticeSettings settings,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.carriers = carriers.stream().collect(Collectors.toMap(MessageCarrier::channel, Function.identity()));
        this.settings = settings;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends everything that is due; gives how many messages it tried. */
    @Scheduled(fixedDelayString = "${xudai.notices.poll:PT1S}")
    int sendDue() {
        Instant now = clock.instant();
        List<NoticeTable.Taken> due = table.take(now, LEASE, isQuiet(now), BATCH);
        due.forEach(this::send);
        return due.size();
    }

    private boolean isQuiet(Instant now) {
        LocalTime time = LocalTime.ofInstant(now, calendar.zone());
        return settings.quietHours() && (!time.isBefore(settings.quietFrom()) || time.isBefore(settings.quietUntil()));
    }

    private void send(NoticeTable.Taken taken) {
        OutgoingMessage message = taken.message();
        MessageCarrier carrier = carriers.get(message.channel());
        if (carrier == null) {
            end(message, "NOT_CONFIGURED", "not-configured", "no carrier for " + message.channel());
            return;
        }
        try {
            carrier.send(message);
            transaction.executeWithoutResult(status -> {
                table.sent(message.id(), clock.instant());
                publish(message, "sent");
            });
        } catch (MessageCarrier.Refused e) {
            end(message, "FAILED", "failed", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.warn("message {} not delivered at try {}: {}", message.id(), taken.tries(), e.getMessage());
            retry(taken, String.valueOf(e.getMessage()));
        }
    }

    private void retry(NoticeTable.Taken taken, String failure) {
        OutgoingMessage message = taken.message();
        Instant now = clock.instant();
        if (message.at().plus(settings.giveUpAfter()).isBefore(now)) {
            end(message, "FAILED", "failed", failure);
            return;
        }
        Duration wait = Duration.ofSeconds(5L << Math.min(taken.tries(), 12));
        table.retry(message.id(), now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), failure);
    }

    private void end(OutgoingMessage message, String state, String verb, String failure) {
        transaction.executeWithoutResult(status -> {
            table.end(message.id(), state, failure);
            publish(message, verb);
        });
    }

    private void publish(OutgoingMessage message, String verb) {
        events.publishEvent(new NoticeEvent(
                message.caseNumber(),
                verb,
                Map.of("kind", message.kind().name(), "channel", message.channel(), "notice", message.id())));
    }
}
