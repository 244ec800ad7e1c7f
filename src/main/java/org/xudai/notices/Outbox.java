package org.xudai.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.kernel.CaseNumber;
import org.xudai.tracing.Spans;

/** Queues messages by every channel a recipient has. */
@Service
class Outbox implements Notices {

    private final NoticeTable table;
    private final NoticeTexts texts;
    private final ApplicationEventPublisher events;
    private final Spans spans;
    private final Clock clock;

    Outbox(NoticeTable table, NoticeTexts texts, ApplicationEventPublisher events, Spans spans, Clock clock) {
        this.spans = spans;
        this.table = table;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int queue(NoticeRequest request) {
        Recipient to = request.to();
        int queued = 0;
        if (to.mobile() != null) {
            queued += insert(request, MessageCarrier.SMS, to.mobile().value(), "", texts.sms(request), firstSms(to));
        }
        boolean codeBySms = isCode(request.kind()) && to.mobile() != null;
        if (to.email() != null && !codeBySms) {
            queued += insert(
                    request,
                    MessageCarrier.MAIL,
                    to.email(),
                    texts.subject(request),
                    texts.mail(request),
                    clock.instant());
        }
        if (queued > 0 && isCode(request.kind())) {
            events.publishEvent(new CodeQueued(request.caseNumber()));
        }
        return queued;
    }

    @Override
    public List<Notice> ofCase(CaseNumber caseNumber) {
        return table.ofCase(caseNumber);
    }

    /** When an SMS may leave at the earliest: a number that was changed a moment ago is sent nothing yet. */
    private Instant firstSms(Recipient to) {
        Instant now = clock.instant();
        Instant rests = to.mobileRestsUntil();
        return rests != null && rests.isAfter(now) ? rests : now;
    }

    private int insert(
            NoticeRequest request, String channel, String address, String subject, String text, Instant first) {
        Map<String, String> values = new HashMap<>(request.values());
        values.put("name", request.to().name());
        OutgoingMessage message = new OutgoingMessage(
                UUID.randomUUID().toString(),
                request.caseNumber(),
                channel,
                request.kind(),
                address,
                request.to().partyId(),
                subject,
                text,
                request.link(),
                request.code(),
                clock.instant(),
                request.to().language().toLanguageTag(),
                values);
        if (!table.insert(message, request.key(), isCode(request.kind()), first, spans.origin(request.caseNumber()))) {
            return 0;
        }
        events.publishEvent(new NoticeEvent(
                request.caseNumber(),
                "queued",
                Map.of("kind", request.kind().name(), "channel", channel, "notice", message.id())));
        return 1;
    }

    /** One-time codes go by SMS alone where there is a mobile, and leave at any hour. */
    private static boolean isCode(NoticeKind kind) {
        return kind == NoticeKind.SIGN_IN_CODE || kind == NoticeKind.SIGNING_CODE;
    }
}
