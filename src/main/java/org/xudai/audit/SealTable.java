package org.xudai.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.Sha256;

/** The rows of seals, of their leaves, and of what waits for a seal. */
@Component
class SealTable {

    private static final String LEAVES = """
            select l.chain, l.position, l.seal, l.leaf, l.hash, e.hash as recorded from audit_leaf l
            left join audit_entry e on e.chain = l.chain and e.position = l.position
            """;

    private final JdbcClient jdbc;

    SealTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry by its place. */
    record Place(String chain, long position) {}

    /** An entry that waits for its seal. */
    record Waiting(Place place, Sha256 hash) {}

    /** An entry under a seal; what its chain holds now is null where the entry is gone. */
    record Leaf(
            Place place,
            long seal,
            int index,
            Sha256 hash,
            @Nullable String recorded) {}

    /** Entries that wait, in the order of their chains, so that of each chain a beginning is sealed. */
    List<Waiting> waiting(int most) {
        return jdbc.sql("""
                        select w.chain, w.position, e.hash from audit_unsealed w
                        join audit_entry e on e.chain = w.chain and e.position = w.position
                        order by w.chain, w.position limit ?
                        """)
                .param(most)
                .query((row, number) -> new Waiting(place(row), new Sha256(row.getString("hash"))))
                .list();
    }

    Optional<Seal> last() {
        return jdbc.sql("select * from audit_seal order by number desc limit 1")
                .query((row, number) -> seal(row))
                .optional();
    }

    void insert(Seal seal, List<Waiting> entries) {
        jdbc.sql("insert into audit_seal values (?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        Timestamp.from(seal.at()),
                        seal.leaves(),
                        seal.root().value(),
                        seal.previous().value(),
                        seal.hash().value())
                .update();
        jdbc.sql("""
                        insert into audit_leaf (chain, position, seal, leaf, hash)
                        select chain, position, ?, (nr - 1)::integer, hash
                        from unnest(?::text[], ?::bigint[], ?::text[]) with ordinality as e (chain, position, hash, nr)
                        """)
                .params(
                        seal.number(),
                        entries.stream().map(entry -> entry.place().chain()).toArray(String[]::new),
                        entries.stream().map(entry -> entry.place().position()).toArray(Long[]::new),
                        entries.stream().map(entry -> entry.hash().value()).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        delete from audit_unsealed w using audit_leaf l
                        where l.seal = ? and l.chain = w.chain and l.position = w.position
                        """).param(seal.number()).update();
    }

    List<Seal> find(Collection<Long> numbers) {
        return jdbc.sql("select * from audit_seal where number = any (?) order by number")
                .param(numbers.toArray(Long[]::new))
                .query((row, number) -> seal(row))
                .list();
    }

    /** Seals from a number on, by number. */
    List<Seal> from(long number, int most) {
        return jdbc.sql("select * from audit_seal where number >= ? order by number limit ?")
                .params(number, most)
                .query((row, nr) -> seal(row))
                .list();
    }

    List<Leaf> leavesUnder(long seal) {
        return jdbc.sql(LEAVES + "where l.seal = ? order by l.leaf")
                .param(seal)
                .query((row, number) -> leaf(row))
                .list();
    }

    /** The leaves of a chain, by position. */
    List<Leaf> leavesOf(String chain) {
        return jdbc.sql(LEAVES + "where l.chain = ? order by l.position")
                .param(chain)
                .query((row, number) -> leaf(row))
                .list();
    }

    long waitingEntries() {
        return jdbc.sql("select count(*) from audit_unsealed").query(Long.class).single();
    }

    /** Numbers of seals that leaves or signatures name and that do not exist, the first few. */
    List<Long> missing() {
        return jdbc.sql("""
                        select distinct seal
                        from (select seal from audit_leaf union all select seal from audit_signature) l
                        where not exists (select 1 from audit_seal s where s.number = l.seal) order by seal limit 10
                        """).query(Long.class).list();
    }

    /** The first entry, of one chain or of all, that is under no seal and waits for none. */
    Optional<Place> firstForgotten(@Nullable String chain) {
        return first("""
                select e.chain, e.position from audit_entry e
                where (e.chain = ?::text or ?::text is null)
                  and not exists (select 1 from audit_leaf l where l.chain = e.chain and l.position = e.position)
                  and not exists (select 1 from audit_unsealed w where w.chain = e.chain and w.position = e.position)
                order by e.chain, e.position limit 1
                """, chain);
    }

    /** The first entry, of one chain or of all, that waits for its seal and is gone. */
    Optional<Place> firstGone(@Nullable String chain) {
        return first("""
                select w.chain, w.position from audit_unsealed w
                where (w.chain = ?::text or ?::text is null)
                  and not exists (select 1 from audit_entry e where e.chain = w.chain and e.position = w.position)
                order by w.chain, w.position limit 1
                """, chain);
    }

    private Optional<Place> first(String sql, @Nullable String chain) {
        return jdbc.sql(sql)
                .param(1, chain)
                .param(2, chain)
                .query((row, number) -> place(row))
                .optional();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("chain"), row.getLong("position"));
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                place(row),
                row.getLong("seal"),
                row.getInt("leaf"),
                new Sha256(row.getString("hash")),
                row.getString("recorded"));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getLong("leaves"),
                new Sha256(row.getString("root")),
                new Sha256(row.getString("previous")),
                new Sha256(row.getString("hash")));
    }
}
