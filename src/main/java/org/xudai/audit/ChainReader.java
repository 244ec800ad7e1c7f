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
    private final PayloadTable payloads;

    ChainReader(JdbcClient jdbc, PayloadTable payloads) {
        this.jdbc = jdbc;
        this.payloads = payloads;
    }

    @Override
    public List<AuditEntry> entriesOf(CaseNumber caseNumber) {
        List<Row> rows = rows(caseNumber.value());
        Map<Long, PayloadTable.Payload> kept = payloads.ofChain(caseNumber.value());
        return rows.stream().map(row -> row.entry(kept.get(row.position()))).toList();
    }

    @Override
    public List<ChainLine> linesOf(CaseNumber caseNumber) {
        return rows(caseNumber.value()).stream()
                .map(row -> new ChainLine(canonical(caseNumber.value(), row), new Sha256(row.hash())))
                .toList();
    }

    @Override
    public AuditTrail.Head holdHead(CaseNumber caseNumber) {
        return jdbc.sql("select length, head from audit_chain where chain = ? for update")
                .param(caseNumber.value())
                .query((row, number) -> new AuditTrail.Head(row.getLong("length"), new Sha256(row.getString("head"))))
                .single();
    }

    @Override
    public ChainVerdict verify(CaseNumber caseNumber) {
        return verify(caseNumber.value());
    }

    @Override
    public List<String> chains() {
        return jdbc.sql("select chain from audit_chain order by chain")
                .query(String.class)
                .list();
    }

    @Override
    public ChainVerdict verifyChain(String chain) {
        return verify(chain);
    }

    @Override
    public List<Long> unexplained(String chain) {
        return jdbc.sql("""
                        select e.position from audit_entry e
                        where e.chain = :chain and e.payload_hash <> ''
                            and not exists (select 1 from audit_payload p
                                where p.chain = e.chain and p.position = e.position)
                            and not exists (select 1 from audit_entry later
                                where later.chain = e.chain and later.position > e.position
                                    and later.act in ('retention.erased', 'retention.borrower-erased'))
                        order by e.position limit 100
                        """).param("chain", chain).query(Long.class).list();
    }

    @Override
    public List<ChainVerdict> verifyAll() {
        return chains().stream()
                .map(this::verify)
                .filter(verdict -> !verdict.holds())
                .toList();
    }

    private ChainVerdict verify(String chain) {
        List<Row> rows = rows(chain);
        Map<Long, PayloadTable.Payload> kept = payloads.ofChain(chain);
        long erased = 0;
        String previous = EntryHash.START.value();
        long expected = 1;
        for (Row row : rows) {
            String problem = problem(chain, row, kept.get(row.position()), expected, previous);
            if (!problem.equals("NONE")) {
                return new ChainVerdict(chain, rows.size(), erased, expected, problem);
            }
            if (!row.payloadHash().isEmpty() && !kept.containsKey(row.position())) {
                erased++;
            }
            previous = row.hash();
            expected++;
        }
        End head = rows.isEmpty() ? endOf(chain) : rows.get(rows.size() - 1).head();
        return head.length() == rows.size() && head.hash().equals(previous)
                ? new ChainVerdict(chain, rows.size(), erased, 0, "NONE")
                : new ChainVerdict(chain, rows.size(), erased, expected, "GAP");
    }

    private End endOf(String chain) {
        return jdbc.sql("select length, head from audit_chain where chain = ?")
                .param(chain)
                .query((row, number) -> End.of(row))
                .optional()
                .orElse(End.NONE);
    }

    private static String problem(
            String chain, Row row, PayloadTable.@Nullable Payload payload, long expected, String previous) {
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
        return payload == null || payload.hash().value().equals(row.payloadHash()) ? "NONE" : "PAYLOAD_DIFFERS";
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

    /** Entries and head in one statement, so in one snapshot: an entry written meanwhile is no gap. */
    private List<Row> rows(String chain) {
        return jdbc.sql("""
                        select e.*, c.length, c.head from audit_entry e
                        left join audit_chain c on c.chain = e.chain
                        where e.chain = ? order by e.position
                        """).param(chain).query((row, number) -> Row.of(row)).list();
    }

    /** What a chain says of its own end; entries cut off there show in it. */
    private record End(long length, String hash) {

        static final End NONE = new End(0, EntryHash.START.value());

        static End of(ResultSet row) throws SQLException {
            String hash = row.getString("head");
            return hash == null ? NONE : new End(row.getLong("length"), hash);
        }
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
            End head) {

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
                    End.of(row));
        }

        AuditEntry entry(PayloadTable.@Nullable Payload payload) {
            return new AuditEntry(
                    position,
                    at,
                    act,
                    actor,
                    CanonicalJson.read(facts),
                    payload == null ? Map.of() : payload.personal(),
                    new Sha256(hash));
        }
    }
}
