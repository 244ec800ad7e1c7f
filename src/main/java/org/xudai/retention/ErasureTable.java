package org.xudai.retention;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.bankseal.BankSignature;
import org.xudai.kernel.Sha256;

/** The rows of erasures: begun before the first byte goes, ended with the last. */
@Component
class ErasureTable {

    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Erasure begin(Erasure.Kind kind, String subject, Due due, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into erasure (id, kind, subject, clock, since, kept_until, began_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        kind.name(),
                        subject,
                        due.clock().name(),
                        Date.valueOf(due.since()),
                        Date.valueOf(due.keptUntil()),
                        Timestamp.from(at))
                .update();
        return new Erasure(id, kind, subject, due, at, null, null, null, null);
    }

    /** Holds the row of an erasure until the transaction ends; false where it has ended already. */
    boolean holdUnderWay(Erasure erasure) {
        return jdbc.sql("select 1 from erasure where id = ? and ended_at is null for update")
                .param(erasure.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void end(Erasure erasure, Certificate certificate, Instant at) {
        jdbc.sql("""
                        update erasure set ended_at = ?, certificate = ?, certificate_hash = ?, signature = ?,
                            signed_under = ? where id = ?
                        """)
                .params(
                        Timestamp.from(at),
                        certificate.text(),
                        certificate.hash().value(),
                        certificate.signature().value(),
                        certificate.signature().keyId().value(),
                        erasure.id())
                .update();
    }

    /** Erasures that were begun and have not ended, the oldest first. */
    List<Erasure> underWay(int most) {
        return jdbc.sql("select * from erasure where ended_at is null order by began_at, id limit ?")
                .param(most)
                .query((row, n) -> erasure(row))
                .list();
    }

    /** The latest erasure of something. */
    Optional<Erasure> latest(Erasure.Kind kind, String subject) {
        return jdbc.sql("select * from erasure where kind = ? and subject = ? order by began_at desc limit 1")
                .params(kind.name(), subject)
                .query((row, n) -> erasure(row))
                .optional();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        String hash = row.getString("certificate_hash");
        String signedUnder = row.getString("signed_under");
        return new Erasure(
                row.getObject("id", UUID.class),
                Erasure.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                new Due(
                        RetentionClock.valueOf(row.getString("clock")),
                        row.getDate("since").toLocalDate(),
                        row.getDate("kept_until").toLocalDate()),
                row.getTimestamp("began_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("certificate"),
                hash == null ? null : new Sha256(hash),
                signedUnder == null ? null : new BankSignature(new Sha256(signedUnder), row.getBytes("signature")));
    }
}
