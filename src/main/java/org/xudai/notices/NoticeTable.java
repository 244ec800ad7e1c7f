package org.xudai.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Masked;
import org.xudai.kernel.MobileNumber;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** The rows of the outbox. A row keeps link, code and parameters only until its message has left or was given up. */
@Component
class NoticeTable {

    static final String FAILED = "FAILED";
    static final String NOT_CONFIGURED = "NOT_CONFIGURED";

    private static final SealedTable SEALED = new NoticeSealing();

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Vault vault;
    private final SearchHashes hashes;

    NoticeTable(JdbcClient jdbc, ObjectMapper json, Vault vault, SearchHashes hashes) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
        this.hashes = hashes;
    }

    /**
     * A message taken from the outbox to be sent.
     *
     * @param tries how often it was tried, this time included
     * @param origin the span that queued it, where its case is followed
     */
    record Taken(
            OutgoingMessage message, int tries, @Nullable String origin) {}

    /** False where the address has a message of this key on this channel. */
    boolean insert(OutgoingMessage message, String key, boolean urgent, Instant first, @Nullable String origin) {
        Timestamp at = Timestamp.from(message.at());
        return jdbc.sql("""
                                insert into notice (id, case_number, kind, channel, party_id, address, subject, body,
                                    link, code, params, language, message_key, state, urgent, queued_at, next_try_at,
                                    address_hash, sealed_under, trace_parent)
                                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?
                                where not exists (select 1 from notice where case_number = ? and message_key = ?
                                    and channel = ? and address_hash = any(?))
                                on conflict do nothing
                                """)
                        .params(Arrays.asList(
                                UUID.fromString(message.id()),
                                message.caseNumber().value(),
                                message.kind().name(),
                                message.channel(),
                                message.party(),
                                sealed(message, NoticeSealing.ADDRESS, message.to()),
                                sealed(message, NoticeSealing.SUBJECT, message.subject()),
                                sealed(message, NoticeSealing.BODY, message.text()),
                                sealed(message, NoticeSealing.LINK, message.link()),
                                sealed(message, NoticeSealing.CODE, message.code()),
                                sealed(message, NoticeSealing.PARAMS, written(message.values())),
                                message.language(),
                                key,
                                urgent,
                                at,
                                Timestamp.from(first),
                                hashes.hash(NoticeSealing.ADDRESS, message.to()),
                                vault.sealedUnder(),
                                origin,
                                message.caseNumber().value(),
                                key,
                                message.channel(),
                                hashes.candidates(NoticeSealing.ADDRESS, message.to())
                                        .toArray(String[]::new)))
                        .update()
                == 1;
    }

    private @Nullable String sealed(OutgoingMessage message, String column, @Nullable String value) {
        return value == null
                ? null
                : vault.seal(SEALED.cell(KeyOwner.of(message.caseNumber()), column, message.id()), value);
    }

    /** Takes messages that are due, urgent ones or the others; nobody else gets them until the lease has passed. */
    List<Taken> take(Instant now, Duration lease, boolean urgent, int most) {
        return vault.open(jdbc.sql("""
                        update notice set tries = tries + 1, next_try_at = ?
                        where id in (select id from notice where state = 'QUEUED' and next_try_at <= ? and urgent = ?
                                     order by next_try_at limit ? for update skip locked)
                        returning *
                        """)
                .params(Timestamp.from(now.plus(lease)), Timestamp.from(now), urgent, most)
                .query((row, number) -> {
                    int tries = row.getInt("tries");
                    String origin = row.getString("trace_parent");
                    Unopened<OutgoingMessage> message = message(row);
                    return new Unopened<>(
                            message.owner(),
                            opening -> new Taken(message.opening().apply(opening), tries, origin));
                })
                .list());
    }

    void sent(String id, Instant at) {
        forget(id);
        jdbc.sql("update notice set state = 'SENT', sent_at = ?, failure = null where id = ?")
                .params(Timestamp.from(at), UUID.fromString(id))
                .update();
    }

    void retry(String id, Instant at, String failure) {
        jdbc.sql("update notice set next_try_at = ?, failure = ? where id = ?")
                .params(Timestamp.from(at), failure, UUID.fromString(id))
                .update();
    }

    void end(String id, String state, String failure) {
        forget(id);
        jdbc.sql("update notice set state = ?, failure = ? where id = ?")
                .params(state, failure, UUID.fromString(id))
                .update();
    }

    /** Takes the secrets out of a row whose message is over. */
    private void forget(String id) {
        OutgoingMessage message = vault.open(jdbc.sql("select * from notice where id = ?")
                        .param(UUID.fromString(id))
                        .query((row, number) -> message(row))
                        .list())
                .get(0);
        jdbc.sql("update notice set body = ?, params = ?, link = null, code = null where id = ?")
                .params(Arrays.asList(
                        sealed(
                                message,
                                NoticeSealing.BODY,
                                hidden(hidden(message.text(), message.link()), message.code())),
                        sealed(message, NoticeSealing.PARAMS, "{}"),
                        UUID.fromString(id)))
                .update();
    }

    List<Notice> ofCase(CaseNumber caseNumber) {
        return vault.open(jdbc.sql("select * from notice where case_number = ? order by queued_at desc, id")
                .param(caseNumber.value())
                .query((row, number) -> notice(row))
                .list());
    }

    private Unopened<OutgoingMessage> message(ResultSet row) throws SQLException {
        String id = row.getString("id");
        CaseNumber caseNumber = new CaseNumber(row.getString("case_number"));
        KeyOwner owner = KeyOwner.of(caseNumber);
        String channel = row.getString("channel");
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        String address = row.getString(NoticeSealing.ADDRESS);
        String party = row.getString("party_id");
        String subject = row.getString(NoticeSealing.SUBJECT);
        String body = row.getString(NoticeSealing.BODY);
        String link = row.getString(NoticeSealing.LINK);
        String code = row.getString(NoticeSealing.CODE);
        Instant queuedAt = row.getTimestamp("queued_at").toInstant();
        String language = row.getString("language");
        String params = row.getString(NoticeSealing.PARAMS);
        return new Unopened<>(
                owner,
                opening -> new OutgoingMessage(
                        id,
                        caseNumber,
                        channel,
                        kind,
                        opening.open(SEALED.cell(owner, NoticeSealing.ADDRESS, id), address),
                        party,
                        opening.open(SEALED.cell(owner, NoticeSealing.SUBJECT, id), subject),
                        opening.open(SEALED.cell(owner, NoticeSealing.BODY, id), body),
                        link == null ? null : opening.open(SEALED.cell(owner, NoticeSealing.LINK, id), link),
                        code == null ? null : opening.open(SEALED.cell(owner, NoticeSealing.CODE, id), code),
                        queuedAt,
                        language,
                        read(opening.open(SEALED.cell(owner, NoticeSealing.PARAMS, id), params))));
    }

    private Unopened<Notice> notice(ResultSet row) throws SQLException {
        Unopened<OutgoingMessage> message = message(row);
        String state = row.getString("state");
        Timestamp sentAt = row.getTimestamp("sent_at");
        return new Unopened<>(
                message.owner(),
                opening -> shown(message.opening().apply(opening), state, sentAt == null ? null : sentAt.toInstant()));
    }

    private static Notice shown(OutgoingMessage message, String state, @Nullable Instant sentAt) {
        return new Notice(
                message.id(),
                message.channel(),
                message.kind(),
                message.channel().equals(MessageCarrier.SMS)
                        ? Masked.of(new MobileNumber(message.to())).shown()
                        : Masked.mail(message.to()).shown(),
                message.party(),
                message.subject(),
                hidden(hidden(message.text(), message.link()), message.code()),
                state,
                message.at(),
                sentAt);
    }

    private static String hidden(String text, @Nullable String secret) {
        return secret == null || secret.isEmpty() ? text : text.replace(secret, "***");
    }

    private String written(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String values) {
        try {
            return json.readValue(values, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters of a message are unreadable", e);
        }
    }
}
