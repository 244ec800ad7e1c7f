package org.xudai.vault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings everything under the keys in use: wraps data keys anew, hashes rows anew, seals what is not sealed yet. In batches
 * that nobody waits for, while the system works; what somebody else is at is left for the next time.
 */
@Component
class KeyRotation {

    private static final int BATCH = 500;

    private final KeyEncryption encryption;
    private final SearchHashes hashes;
    private final ColumnSealer sealer;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KeyRotation(
            KeyEncryption encryption,
            SearchHashes hashes,
            ColumnSealer sealer,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.encryption = encryption;
        this.hashes = hashes;
        this.sealer = sealer;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a key is for. */
    enum Use {
        WRAPS,
        HASHES
    }

    /**
     * How a key stands.
     *
     * @param inUse whether it is the last one of its file, or the latest version of the key management system
     * @param rows how many data keys or rows need it
     */
    record Standing(Use use, String id, boolean inUse, long rows) {}

    /** How every key stands, those of the files and those that rows need. */
    List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        String current = encryption.currentId();
        Set<String> wrapping = new TreeSet<>(encryption.ids());
        wrapping.addAll(jdbc.sql("select distinct key_id from data_key where key_id is not null")
                .query(String.class)
                .list());
        for (String id : wrapping) {
            long rows = jdbc.sql("select count(*) from data_key where key_id = ?")
                    .param(id)
                    .query(Long.class)
                    .single();
            standings.add(new Standing(Use.WRAPS, id, id.equals(current), rows));
        }
        for (String id : new TreeSet<>(hashes.ids())) {
            standings.add(new Standing(Use.HASHES, id, id.equals(hashes.currentId()), sealer.rowsUnder(id)));
        }
        return standings;
    }

    /** How many rows are not sealed yet. */
    long unsealed() {
        return sealer.rowsUnder(null);
    }

    /** Whether nothing is left that an older key is needed for, or that is not sealed. */
    boolean isComplete() {
        return unsealed() == 0 && standings().stream().allMatch(standing -> standing.inUse() || standing.rows() == 0);
    }

    /** Rotates. */
    void rotate() {
        int batch;
        do {
            batch = wrapAnew();
        } while (batch == BATCH);
        sealer.seal(true);
    }

    private int wrapAnew() {
        Integer done = transaction.execute(status -> {
            // asked for each batch: a key management system may have made a new version meanwhile
            String current = encryption.currentId();
            List<DataKeyTable.Row> rows = jdbc.sql("""
                            select owner, key_id, wrapped from data_key where key_id <> ? limit ?
                            for update skip locked
                            """)
                    .params(current, BATCH)
                    .query(DataKeyTable::row)
                    .list();
            wrapAnew(rows);
            return rows.size();
        });
        return done == null ? 0 : done;
    }

    private void wrapAnew(List<DataKeyTable.Row> rows) {
        Map<String, WrappedKey> old = new HashMap<>();
        for (DataKeyTable.Row row : rows) {
            WrappedKey wrapped = row.wrapped();
            if (wrapped != null) {
                old.put(row.owner().name(), wrapped);
            }
        }
        encryption.wrap(encryption.unwrap(old)).forEach((owner, wrapped) -> jdbc.sql(
                        "update data_key set key_id = ?, wrapped = ? where owner = ?")
                .params(wrapped.keyId(), wrapped.bytes(), owner)
                .update());
    }
}
