package org.xudai.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** Reads chains and checks them entry by entry. */
@Component
class ChainReader implements AuditTrail {

    private final JdbcClient jdbc;

    ChainReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEntry> entriesOf(CaseNumber caseNumber) {
        return rows(caseNumber.value()).stream().map(Row::entry).toList();
    }

    @Override
    public List<ChainLine> linesOf(CaseNumber caseNumber) {
        return rows(caseNumber.value()).stream()
                .map(row -> new ChainLine(canonical(caseNumber.value(), row), new Sha256(row.hash())))
                .toList();
    }

    @Override
    public ChainVerdict verify(CaseNumber caseNumber) {
        return verify(caseNumber.value());
    }

    @Override
    public List<ChainVerdict> verifyAll() {
        return jdbc.sql("select chain from audit_chain order by chain").query(String.class).list().stream()
                .map(this::verify)
                .filter(verdict -> !verdict.holds())
                .toList();
    }

    private ChainVerdict verify(String chain) {
        List<Row> rows = rows(chain);
        String previous = EntryHash.START.value();
        long expected = 1;
        for (Row row : rows) {
            String problem = problem(chain, row, expected, previous);
            if (!problem.equals("NONE")) {
                return new ChainVerdict(chain, rows.size(), expected, problem);
            }
            previous = row.hash();
            expected++;
        }
        return endsAtHead(chain, rows.size(), previous)
                ? new ChainVerdict(chain, rows.size(), 0, "NONE")
                : new ChainVerdict(chain, rows.size(), expected, "GAP");
    }

    /** Entries cut off at the end show in the head's count and hash. */
    private boolean endsAtHead(String chain, long length, String hash) {
        return jdbc.sql("select count(*) from audit_chain where chain = ? and length = ? and head = ?")
                        .params(chain, length, hash)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static String problem(String chain, Row row, long expected, String previous) {
        if (row.position() != expected) {
            return "GAP";
        }
        if (!row.previous().equals(previous)) {
            return "PREVIOUS_DIFFERS";
        }
        Sha256 hash = EntryHash.ofEntry(canonical(chain, row));
        if (!hash.value().equals(row.hash())) {
            return "HASH_DIFFERS";
        }
        String salt = row.salt();
        String content = row.content();
        if (salt == null || content == null) {
            return "NONE";
        }
        return EntryHash.ofPayload(salt, content).value().equals(row.payloadHash()) ? "NONE" : "PAYLOAD_DIFFERS";
    }

    private static String canonical(String chain, Row row) {
        return EntryHash.canonical(
                chain,
                row.position(),
                row.at(),
                row.act(),
                row.actor(),
                row.facts(),
                row.payloadHash(),
                row.previous());
    }

    private List<Row> rows(String chain) {
        return jdbc.sql("""
                        select e.*, p.salt, p.content from audit_entry e
                        left join audit_payload p on p.chain = e.chain and p.position = e.position
                        where e.chain = ? order by e.position
                        """).param(chain).query((row, number) -> Row.of(row)).list();
    }

    private record Row(
            long position,
            Instant at,
            String act,
            Actor actor,
            String facts,
            String payloadHash,
            String previous,
            String hash,
            @Nullable String salt,
            @Nullable String content) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("position"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("act"),
                    new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                    row.getString("facts"),
                    row.getString("payload_hash"),
                    row.getString("previous"),
                    row.getString("hash"),
                    row.getString("salt"),
                    row.getString("content"));
        }

        AuditEntry entry() {
            return new AuditEntry(
                    position,
                    at,
                    act,
                    actor,
                    CanonicalJson.read(facts),
                    content == null ? Map.of() : CanonicalJson.read(content),
                    new Sha256(hash));
        }
    }
}
