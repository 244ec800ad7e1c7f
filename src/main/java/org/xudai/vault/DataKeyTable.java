package org.xudai.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The wrapped data keys. A destroyed one leaves its row, so that nothing is ever sealed for its owner again. */
@Component
class DataKeyTable {

    private final JdbcClient jdbc;

    DataKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row.
     *
     * @param wrapped null once the key was destroyed
     */
    record Row(KeyOwner owner, @Nullable WrappedKey wrapped) {}

    /** A key of this name that the database knows, with what it made. */
    record Known(String id, byte[] proof) {}

    List<Row> find(Collection<KeyOwner> owners) {
        return jdbc.sql("select owner, key_id, wrapped from data_key where owner = any(?)")
                .param(owners.stream().map(KeyOwner::name).toArray(String[]::new))
                .query(DataKeyTable::row)
                .list();
    }

    /** Adds what is not there yet; the keys of one batch always in the same order, so that two writers cannot block each other. */
    void insert(List<Row> rows, Instant at) {
        List<Row> sorted = rows.stream()
                .sorted((left, right) ->
                        left.owner().name().compareTo(right.owner().name()))
                .toList();
        jdbc.sql("""
                        insert into data_key (owner, key_id, wrapped, made_at)
                        select owner, key_id, wrapped, ? from unnest(?, ?, ?) as made (owner, key_id, wrapped)
                        on conflict do nothing
                        """)
                .params(
                        Timestamp.from(at),
                        sorted.stream().map(row -> row.owner().name()).toArray(String[]::new),
                        sorted.stream().map(row -> wrapped(row).keyId()).toArray(String[]::new),
                        sorted.stream().map(row -> wrapped(row).bytes()).toArray(byte[][]::new))
                .update();
    }

    void destroy(KeyOwner owner, Instant at) {
        jdbc.sql("""
                        insert into data_key (owner, made_at, destroyed_at) values (?, ?, ?)
                        on conflict (owner) do update set key_id = null, wrapped = null,
                            destroyed_at = coalesce(data_key.destroyed_at, excluded.destroyed_at)
                        """)
                .params(owner.name(), Timestamp.from(at), Timestamp.from(at))
                .update();
    }

    /** Which of these owners were forgotten. */
    List<KeyOwner> destroyed(Collection<KeyOwner> owners) {
        return jdbc.sql("select owner from data_key where owner = any(?) and destroyed_at is not null")
                .param(owners.stream().map(KeyOwner::name).toArray(String[]::new))
                .query((row, number) -> new KeyOwner(row.getString(1)))
                .list();
    }

    /** Takes away the rows of owners who were forgotten before a moment, so that a new key can be made. */
    void takeAway(Collection<KeyOwner> owners, Instant before) {
        jdbc.sql("delete from data_key where owner = any(?) and destroyed_at < ?")
                .params(owners.stream().map(KeyOwner::name).toArray(String[]::new), Timestamp.from(before))
                .update();
    }

    /** Ids of the key-encryption keys that rows still need. */
    Set<String> neededIds() {
        return Set.copyOf(jdbc.sql("select distinct key_id from data_key where key_id is not null")
                .query(String.class)
                .list());
    }

    /** Forgets a key that is gone and that nothing needs. */
    void forget(String kind, String id) {
        jdbc.sql("delete from vault_key where kind = ? and id = ?")
                .params(kind, id)
                .update();
    }

    /** Remembers what a key makes, unless it is known already. */
    void know(String kind, Known key, Instant at) {
        jdbc.sql("insert into vault_key (kind, id, proof, known_since) values (?, ?, ?, ?) on conflict do nothing")
                .params(kind, key.id(), key.proof(), Timestamp.from(at))
                .update();
    }

    List<Known> known(String kind) {
        return jdbc.sql("select id, proof from vault_key where kind = ?")
                .param(kind)
                .query((row, number) -> new Known(row.getString("id"), row.getBytes("proof")))
                .list();
    }

    private static WrappedKey wrapped(Row row) {
        WrappedKey wrapped = row.wrapped();
        if (wrapped == null) {
            throw new DataKeyDestroyed(row.owner());
        }
        return wrapped;
    }

    static Row row(ResultSet row, int number) throws SQLException {
        String keyId = row.getString("key_id");
        byte[] wrapped = row.getBytes("wrapped");
        return new Row(
                new KeyOwner(row.getString("owner")),
                keyId == null || wrapped == null ? null : new WrappedKey(keyId, wrapped));
    }
}
