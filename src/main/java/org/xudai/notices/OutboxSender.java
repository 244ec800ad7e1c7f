package org.xudai.notices;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.tracing.Spans;

/**
 * Sends what is in the outbox. A row is taken in one transaction, sent outside of any, and marked in another: delivery is
 * at least once, with a stable id by which a carrier knows a repetition; before a message is sent again the carrier is
 * asked. Safe on several nodes and after a kill.
 */
@Component
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    /** Longer than a batch takes when every message runs into the carrier's time-outs. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration CODE_LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 10;

    private final NoticeTable table;
    private final Map<String, MessageCarrier> carriers;
    private final NoticeSettings settings;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Spans spans;
    private final Clock clock;

    OutboxSender(
            NoticeTable table,
            List<MessageCarrier> carriers,
            NoticeSettings settings,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Spans spans,
            Clock clock) {
        this.spans = spans;
        this.table = table;
        this.carriers = carriers.stream().collect(Collectors.toMap(MessageCarrier::channel, Function.identity()));
        this.settings = settings;
        this.calendar = calendar;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends the one-time codes that are due, at any hour; gives how many it tried. */
    int sendCodes() {
        return sendAll(true, CODE_LEASE, 1);
    }

    /** Sends the other messages that are due, none at night; gives how many it tried. */
    int sendDue() {
        return isQuiet(clock.instant()) ? 0 : sendAll(false, LEASE, BATCH);
    }

    private int sendAll(boolean codes, Duration lease, int batch) {
        int tried = 0;
        List<NoticeTable.Taken> due = take(codes, lease, batch);
        while (!due.isEmpty()) {
            due.forEach(taken -> {
                if (codes && isOver(taken.message(), settings.giveUpCodeAfter())) {
                    end(taken.message(), NoticeTable.FAILED, "failed", "too late to be of use");
                } else {
                    send(taken, codes ? settings.giveUpCodeAfter() : settings.giveUpAfter());
                }
            });
            tried += due.size();
            due = take(codes, lease, batch);
        }
        return tried;
    }

    /** What cannot be opened, as while the keys are away, is not taken either: it waits for the next round, not for its lease. */
    private List<NoticeTable.Taken> take(boolean codes, Duration lease, int batch) {
        return Objects.requireNonNull(transaction.execute(status -> table.take(clock.instant(), lease, codes, batch)));
    }

    private boolean isQuiet(Instant now) {
        LocalTime time = LocalTime.ofInstant(now, calendar.zone());
        return settings.quietHours() && (!time.isBefore(settings.quietFrom()) || time.isBefore(settings.quietUntil()));
    }

    private void send(NoticeTable.Taken taken, Duration giveUpAfter) {
        OutgoingMessage message = taken.message();
        MessageCarrier carrier = carriers.get(message.channel());
        if (carrier == null) {
            end(message, NoticeTable.NOT_CONFIGURED, "not-configured", "no carrier for " + message.channel());
            return;
        }
        try (Spans.Open span = spans.begin(step(taken))) {
            if (isGiven(taken, carrier, giveUpAfter, span)) {
                transaction.executeWithoutResult(status -> {
                    table.sent(message.id(), clock.instant());
                    publish(message, "sent");
                });
            }
        }
    }

    private boolean isGiven(NoticeTable.Taken taken, MessageCarrier carrier, Duration giveUpAfter, Spans.Open span) {
        OutgoingMessage message = taken.message();
        try {
            if (taken.tries() == 1 || !carrier.hasTaken(message)) {
                carrier.send(message);
            }
            return true;
        } catch (MessageCarrier.Refused e) {
            span.failed(e);
            end(message, NoticeTable.FAILED, "failed", String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            span.failed(e);
            LOG.warn("message {} not delivered at try {}: {}", message.id(), taken.tries(), e.getMessage());
            retry(taken, giveUpAfter, String.valueOf(e.getMessage()));
        }
        return false;
    }

    private static Spans.Step step(NoticeTable.Taken taken) {
        OutgoingMessage message = taken.message();
        return new Spans.Step(
                "notice " + message.kind(),
                message.caseNumber(),
                taken.origin(),
                Map.of("notice.channel", message.channel(), "notice.id", message.id()));
    }

    private void retry(NoticeTable.Taken taken, Duration giveUpAfter, String failure) {
        OutgoingMessage message = taken.message();
        if (isOver(message, giveUpAfter)) {
            end(message, NoticeTable.FAILED, "failed", failure);
            return;
        }
        Duration wait = Duration.ofSeconds(5L << Math.min(taken.tries(), 12));
        Instant next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        Instant last = message.at().plus(giveUpAfter);
        table.retry(message.id(), next.isAfter(last) ? last : next, failure);
    }

    private boolean isOver(OutgoingMessage message, Duration giveUpAfter) {
        return !message.at().plus(giveUpAfter).isAfter(clock.instant());
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
