package org.xudai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodeTable(
            JdbcClient jdbc,
            AccessSettings settings,
            PartyContacts contacts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.contacts = contacts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Duration validity() {
        return settings.codeValidity();
    }

    @Override
    @Transactional
    public Sending send(CaseNumber caseNumber, PartyId party, Purpose purpose) {
        Optional<PartyContact> contact = contacts.contactOf(caseNumber, party)
                .filter(found -> found.mobile() != null || found.email() != null)
                .filter(found -> purpose == Purpose.SIGN_IN || (found.verifiedForSigning() && found.mobile() != null));
        if (contact.isEmpty()) {
            return Sending.NO_NUMBER;
        }
        // two requests at once for one case count one after the other
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("code/" + caseNumber)
                .query((row, number) -> true)
                .list();
        if (sentSince(caseNumber, Duration.ofMinutes(1)) >= settings.codesAMinute()) {
            return Sending.TOO_SOON;
        }
        if (sentSince(caseNumber, Duration.ofHours(1)) >= settings.codesAnHour()
                || sentSince(caseNumber, Duration.ofDays(1)) >= settings.codesADay()) {
            return Sending.TOO_MANY;
        }
        String code = Tokens.digits();
        String salt = Tokens.mint();
        long id = jdbc.sql("""
                        insert into one_time_code (case_number, party_id, purpose, salt, code_hash, sent_at)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        caseNumber.value(),
                        party.value(),
                        purpose.name(),
                        salt,
                        Tokens.hash(salt + code),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        notices.queue(request(caseNumber, party, purpose, contact.get(), code, id));
        events.publishEvent(new InvitationEvent(caseNumber, party, "code-sent", Actor.party(party), purpose.name()));
        return Sending.SENT;
    }

    @Override
    @Transactional
    public Check check(CaseNumber caseNumber, PartyId party, Purpose purpose, String code) {
        Optional<Row> latest = jdbc.sql("""
                        select * from one_time_code where case_number = ? and party_id = ? and purpose = ?
                        order by id desc limit 1 for update
                        """)
                .params(caseNumber.value(), party.value(), purpose.name())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("salt"),
                        row.getString("code_hash"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getInt("tries"),
                        row.getTimestamp("used_at")))
                .optional();
        if (latest.isEmpty() || latest.get().usedAt() != null || expired(latest.get())) {
            return Check.EXPIRED;
        }
        Row row = latest.get();
        if (row.tries() >= settings.codeTries()) {
            return Check.TOO_MANY_TRIES;
        }
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
        events.publishEvent(new InvitationEvent(
                caseNumber, party, right ? "code-accepted" : "code-wrong", Actor.party(party), purpose.name()));
        if (right) {
            return Check.ACCEPTED;
        }
        return row.tries() + 1 >= settings.codeTries() ? Check.TOO_MANY_TRIES : Check.WRONG;
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

    private long sentSince(CaseNumber caseNumber, Duration span) {
        return jdbc.sql("select count(*) from one_time_code where case_number = ? and sent_at > ?")
                .params(caseNumber.value(), Timestamp.from(clock.instant().minus(span)))
                .query(Long.class)
                .single();
    }

    /** A code goes to the mobile; to the mail address only where there is no mobile. */
    private NoticeRequest request(
            CaseNumber caseNumber, PartyId party, Purpose purpose, PartyContact contact, String code, long id) {
        Recipient to = new Recipient(
                party.toString(),
                contact.name(),
                contact.mobile(),
                contact.mobile() == null ? contact.email() : null,
                contact.language());
        NoticeKind kind = purpose == Purpose.SIGN_IN ? NoticeKind.SIGN_IN_CODE : NoticeKind.SIGNING_CODE;
        return new NoticeRequest(
                caseNumber,
                kind,
                to,
                "code-" + id,
                Map.of("minutes", Long.toString(validity().toMinutes())),
                null,
                code);
    }
}
