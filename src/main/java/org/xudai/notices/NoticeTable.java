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

/** The rows of the outbox. A row keeps link, code and parameters only until its message has left or was given up. */
@Component
class NoticeTable {

    static final String FAILED = "FAILED";
    static final String NOT_CONFIGURED = "NOT_CONFIGURED";

    /** Takes the secrets out of a row whose message is over. */
    private static final String FORGET = """
            , body = replace(replace(body, coalesce(nullif(link, ''), '***'), '***'), coalesce(nullif(code, ''), '***'), '***'),
              link = null, code = null, params = '{}'
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    NoticeTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A message taken from the outbox to be sent.
     *
     * @param tries how often it was tried, this time included
     */
    record Taken(OutgoingMessage message, int tries) {}

    /** False where the address has a message of this key on this channel. */
    boolean insert(OutgoingMessage message, String key, boolean urgent, Instant first) {
        Timestamp at = Timestamp.from(message.at());
        return jdbc.sql("""
                                insert into notice (id, case_number, kind, channel, party_id, address, subject, body,
                                    link, code, params, language, message_key, state, urgent, queued_at, next_try_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)
                                on conflict (case_number, message_key, channel, address) do nothing
                                """)
                        .params(Arrays.asList(
                                UUID.fromString(message.id()),
                                message.caseNumber().value(),
                                message.kind().name(),
                                message.channel(),
                                message.party(),
                                message.to(),
                                message.subject(),
                                message.text(),
                                message.link(),
                                message.code(),
                                written(message.values()),
                                message.language(),
                                key,
                                urgent,
                                at,
                                Timestamp.from(first)))
                        .update()
                == 1;
    }

    /** Takes messages that are due, urgent ones or the others; nobody else gets them until the lease has passed. */
    List<Taken> take(Instant now, Duration lease, boolean urgent, int most) {
        return jdbc.sql("""
                        update notice set tries = tries + 1, next_try_at = ?
                        where id in (select id from notice where state = 'QUEUED' and next_try_at <= ? and urgent = ?
                                     order by next_try_at limit ? for update skip locked)
                        returning *
                        """)
                .params(Timestamp.from(now.plus(lease)), Timestamp.from(now), urgent, most)
                .query((row, number) -> new Taken(message(row), row.getInt("tries")))
                .list();
    }

    void sent(String id, Instant at) {
        jdbc.sql("update notice set state = 'SENT', sent_at = ?, failure = null" + FORGET + "where id = ?")
                .params(Timestamp.from(at), UUID.fromString(id))
                .update();
    }

    void retry(String id, Instant at, String failure) {
        jdbc.sql("update notice set next_try_at = ?, failure = ? where id = ?")
                .params(Timestamp.from(at), failure, UUID.fromString(id))
                .update();
    }

    void end(String id, String state, String failure) {
        jdbc.sql("update notice set state = ?, failure = ?" + FORGET + "where id = ?")
                .params(state, failure, UUID.fromString(id))
                .update();
    }

    List<Notice> ofCase(CaseNumber caseNumber) {
        return jdbc.sql("select * from notice where case_number = ? order by queued_at desc, id")
                .param(caseNumber.value())
                .query((row, number) -> notice(row))
                .list();
    }

    private OutgoingMessage message(ResultSet row) throws SQLException {
        return new OutgoingMessage(
                row.getString("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("channel"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("address"),
                row.getString("party_id"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getString("code"),
                row.getTimestamp("queued_at").toInstant(),
                row.getString("language"),
                read(row.getString("params")));
    }

    private Notice notice(ResultSet row) throws SQLException {
        OutgoingMessage message = message(row);
        Timestamp sentAt = row.getTimestamp("sent_at");
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
                row.getString("state"),
                message.at(),
                sentAt == null ? null : sentAt.toInstant());
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
