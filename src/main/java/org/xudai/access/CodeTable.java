package org.xudai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;
import org.xudai.notices.NoticeKind;
import org.xudai.notices.NoticeRequest;
import org.xudai.notices.Notices;
import org.xudai.notices.Recipient;

/** One-time codes and their counters, in the database, so that several nodes count together. */
@Component
class CodeTable implements OneTimeCodes {

    private final JdbcClient jdbc;
    private final AccessSettings settings;
    private final PartyContacts contacts;
    private final Notices notices;
    private final MessageSource texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodeTable(
            JdbcClient jdbc,
            AccessSettings settings,
            PartyContacts contacts,
            Notices notices,
            MessageSource texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.contacts = contacts;
        this.notices = notices;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Duration validity() {
        return settings.codeValidity();
    }

    @Override
    @Transactional
    public Sending send(CaseNumber caseNumber, PartyId party) {
        return contacts.contactOf(caseNumber, party)
                .filter(found -> found.mobile() != null || found.email() != null)
                .map(found -> send(new Use(caseNumber, party, Purpose.SIGN_IN, ""), found, Map.of()))
                .orElse(Sending.NO_NUMBER);
    }

    @Override
    @Transactional
    public Sending sendToSign(CaseNumber caseNumber, PartyId party, Subject subject) {
        String code = subject.material().value();
        return contacts.contactOf(caseNumber, party)
                .filter(found -> found.verifiedForSigning() && found.mobile() != null)
                .map(found -> send(
                        Use.toSign(caseNumber, party, subject),
                        found,
                        Map.of("materials", texts.getMessage("material." + code, null, found.language()))))
                .orElse(Sending.NO_NUMBER);
    }

    private Sending send(Use use, PartyContact contact, Map<String, String> values) {
        // two requests at once for one case count one after the other
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("code/" + use.caseNumber())
                .query((row, number) -> true)
                .list();
        if (sentSince(use, Duration.ofMinutes(1)) >= settings.codesAMinute()) {
            return Sending.TOO_SOON;
        }
        if (sentSince(use, Duration.ofHours(1)) >= settings.codesAnHour()
                || sentSince(use, Duration.ofDays(1)) >= settings.codesADay()) {
            return Sending.TOO_MANY;
        }
        String code = Tokens.digits();
        String salt = Tokens.mint();
        long id = jdbc.sql("""
                        insert into one_time_code (case_number, party_id, purpose, subject, salt, code_hash, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        use.caseNumber().value(),
                        use.party().value(),
                        use.purpose().name(),
                        use.subject(),
                        salt,
                        Tokens.hash(salt + code),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        notices.queue(request(use, contact, values, code, id));
        events.publishEvent(use.event("code-sent"));
        return Sending.SENT;
    }

    @Override
    @Transactional
    public Check check(CaseNumber caseNumber, PartyId party, String code) {
        return tried(new Use(caseNumber, party, Purpose.SIGN_IN, ""), code).check();
    }

    @Override
    @Transactional
    public Confirmation confirm(CaseNumber caseNumber, PartyId party, Subject subject, String code) {
        return tried(Use.toSign(caseNumber, party, subject), code);
    }

    private Confirmation tried(Use use, String code) {
        Optional<Row> latest = jdbc.sql("""
                        select * from one_time_code where case_number = ? and party_id = ? and purpose = ? and subject = ?
                        order by id desc limit 1 for update
                        """)
                .params(
                        use.caseNumber().value(),
                        use.party().value(),
                        use.purpose().name(),
                        use.subject())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("salt"),
                        row.getString("code_hash"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getInt("tries"),
                        row.getTimestamp("used_at")))
                .optional();
        if (latest.isEmpty() || latest.get().usedAt() != null || expired(latest.get())) {
            return new Confirmation(Check.EXPIRED, latest.map(Row::id).orElse(0L));
        }
        Row row = latest.get();
        return new Confirmation(
                row.tries() >= settings.codeTries() ? Check.TOO_MANY_TRIES : tried(use, row, code), row.id());
    }

    private Check tried(Use use, Row row, String code) {
        boolean right = MessageDigest.isEqual(
                row.hash().getBytes(StandardCharsets.UTF_8),
                Tokens.hash(row.salt() + code.strip()).getBytes(StandardCharsets.UTF_8));
        if (right) {
            jdbc.sql("update one_time_code set used_at = ? where id = ?")
                    .params(Timestamp.from(clock.instant()), row.id())
                    .update();
        } else {
            jdbc.sql("update one_time_code set tries = tries + 1 where id = ?")
                    .param(row.id())
                    .update();
        }
        events.publishEvent(use.event(right ? "code-accepted" : "code-wrong"));
        if (right) {
            return Check.ACCEPTED;
        }
        return row.tries() + 1 >= settings.codeTries() ? Check.TOO_MANY_TRIES : Check.WRONG;
    }

    /** What a code is for, as it stands in its row. */
    private record Use(CaseNumber caseNumber, PartyId party, Purpose purpose, String subject) {

        private static final String SIGNING = "signing-";

        static Use toSign(CaseNumber caseNumber, PartyId party, Subject subject) {
            return new Use(caseNumber, party, Purpose.SIGN, subject.material().value() + "/" + subject.version());
        }

        InvitationEvent event(String verb) {
            String named = purpose == Purpose.SIGN ? SIGNING + verb : verb;
            return new InvitationEvent(caseNumber, party, named, Actor.party(party), purpose.name());
        }
    }

    private record Row(
            long id,
            String salt,
            String hash,
            Instant sentAt,
            int tries,
            @Nullable Timestamp usedAt) {}

    private boolean expired(Row row) {
        return row.sentAt().plus(settings.codeValidity()).isBefore(clock.instant());
    }

    /** Codes to sign in count for the case, where anybody with a link may ask; codes to sign for their signer. */
    private long sentSince(Use use, Duration span) {
        boolean signing = use.purpose() == Purpose.SIGN;
        return jdbc.sql("""
                        select count(*) from one_time_code
                        where case_number = ? and purpose = ? and sent_at > ? and (party_id = ? or not ?)
                        """)
                .params(
                        use.caseNumber().value(),
                        use.purpose().name(),
                        Timestamp.from(clock.instant().minus(span)),
                        use.party().value(),
                        signing)
                .query(Long.class)
                .single();
    }

    /** A code goes to the mobile; to the mail address only where there is no mobile. */
    private NoticeRequest request(Use use, PartyContact contact, Map<String, String> signed, String code, long id) {
        Map<String, String> values = new HashMap<>(signed);
        values.put("minutes", Long.toString(validity().toMinutes()));
        Recipient to = new Recipient(
                use.party().toString(),
                contact.name(),
                contact.mobile(),
                contact.mobile() == null ? contact.email() : null,
                contact.language());
        NoticeKind kind = use.purpose() == Purpose.SIGN_IN ? NoticeKind.SIGN_IN_CODE : NoticeKind.SIGNING_CODE;
        return new NoticeRequest(use.caseNumber(), kind, to, "code-" + id, values, null, code);
    }
}
