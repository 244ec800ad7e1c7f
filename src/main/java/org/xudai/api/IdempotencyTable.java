package org.xudai.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls with an {@code Idempotency-Key}: who claimed a key, whether the act was done, and the first answer. */
@Component
class IdempotencyTable {

    private static final Duration KEPT = Duration.ofHours(24);

    /** After so long without an answer whoever worked on it is taken for dead. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a call finds under its key. */
    sealed interface Claim {
        /** Nothing: the call may run. */
        record Granted() implements Claim {}

        /** The first answer. */
        record Answered(int status, String sealed) implements Claim {}

        /** The same call, still running. */
        record Running() implements Claim {}

        /** Another call. */
        record OtherRequest() implements Claim {}

        /** The act was done, but whoever did it died before he answered. */
        record AnswerLost() implements Claim {}
    }

    private record Row(
            String requestHash,
            Instant startedAt,
            boolean acted,
            @Nullable Integer status,
            @Nullable String answer) {}

    @Transactional
    Claim claim(String id, String requestHash) {
        forgetOld();
        if (inserted(id, requestHash)) {
            return new Claim.Granted();
        }
        Row row = locked(id).orElseThrow();
        if (!row.requestHash().equals(requestHash)) {
            return new Claim.OtherRequest();
        }
        Integer status = row.status();
        String answer = row.answer();
        if (status != null && answer != null) {
            return new Claim.Answered(status, answer);
        }
        if (row.startedAt().plus(LONGEST_CALL).isAfter(clock.instant())) {
            return new Claim.Running();
        }
        if (row.acted()) {
            return new Claim.AnswerLost();
        }
        jdbc.sql("update idempotent_request set started_at = ? where id = ?")
                .params(now(), id)
                .update();
        return new Claim.Granted();
    }

    /** Notes in the transaction of the act that it was done. */
    void markActed(String id) {
        jdbc.sql("update idempotent_request set acted = true where id = ?")
                .param(id)
                .update();
    }

    @Transactional
    void keep(String id, int status, String sealed) {
        jdbc.sql("update idempotent_request set status = ?, answer = ? where id = ?")
                .params(status, sealed, id)
                .update();
    }

    /** Frees a key whose call came to nothing; one whose act was done stays taken. */
    @Transactional
    void release(String id) {
        jdbc.sql("delete from idempotent_request where id = ? and not acted")
                .param(id)
                .update();
    }

    private boolean inserted(String id, String requestHash) {
        return jdbc.sql("""
                        insert into idempotent_request (id, request_hash, started_at) values (?, ?, ?)
                        on conflict do nothing
                        """).params(id, requestHash, now()).update() == 1;
    }

    private Optional<Row> locked(String id) {
        return jdbc.sql("select * from idempotent_request where id = ? for update")
                .param(id)
                .query((row, number) -> new Row(
                        row.getString("request_hash"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getBoolean("acted"),
                        row.getObject("status", Integer.class),
                        row.getString("answer")))
                .optional();
    }

    /** A few at a time, so that no call pays for all. */
    private void forgetOld() {
        jdbc.sql("""
                        delete from idempotent_request where id in (select id from idempotent_request
                            where started_at < ? order by started_at limit 100 for update skip locked)
                        """).param(Timestamp.from(clock.instant().minus(KEPT))).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
