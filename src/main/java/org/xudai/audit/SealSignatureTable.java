package org.xudai.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.bankseal.BankSignature;
import org.xudai.kernel.Sha256;

/** The rows of signatures under seals. */
@Component
class SealSignatureTable {

    private final JdbcClient jdbc;

    SealSignatureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SealSignature signature) {
        jdbc.sql("insert into audit_signature values (?, ?, ?, ?)")
                .params(
                        signature.seal(),
                        signature.signature().keyId().value(),
                        signature.signature().value(),
                        Timestamp.from(signature.at()))
                .update();
    }

    /** The signatures under these seals, by number of the seal. */
    Map<Long, SealSignature> find(Collection<Long> seals) {
        return jdbc
                .sql("select * from audit_signature where seal = any (?)")
                .param(seals.toArray(Long[]::new))
                .query((row, number) -> signature(row))
                .list()
                .stream()
                .collect(Collectors.toMap(SealSignature::seal, signature -> signature));
    }

    /** Number of the first seal that is signed: from there on each one has to be. */
    Optional<Long> first() {
        return jdbc.sql("select seal from audit_signature order by seal limit 1")
                .query(Long.class)
                .optional();
    }

    /** Numbers of seals that were made since a moment and are not signed, the latest first. */
    List<Long> unsignedSince(Instant moment, int most) {
        return jdbc.sql("""
                        select number from audit_seal s where at >= ?
                          and not exists (select 1 from audit_signature g where g.seal = s.number)
                        order by number desc limit ?
                        """)
                .params(Timestamp.from(moment), most)
                .query(Long.class)
                .list();
    }

    private static SealSignature signature(ResultSet row) throws SQLException {
        return new SealSignature(
                row.getLong("seal"),
                new BankSignature(new Sha256(row.getString("key_id")), row.getBytes("signature")),
                row.getTimestamp("at").toInstant());
    }
}
