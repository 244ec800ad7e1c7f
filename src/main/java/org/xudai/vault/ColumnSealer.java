package org.xudai.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals rows that are not sealed yet, and hashes rows anew that an older key hashed; a batch a transaction, any node. */
@Component
class ColumnSealer {

    private static final int BATCH = 500;

    /** What stands in the rows of an owner whose key was destroyed: nothing opens them any more. */
    private static final String GONE = "-";

    private final List<SealedTable> tables;
    private final Vault vault;
    private final SearchHashes hashes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ColumnSealer(
            ObjectProvider<SealedTable> tables,
            Vault vault,
            SearchHashes hashes,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.tables = tables.stream().toList();
        this.vault = vault;
        this.hashes = hashes;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A row on its way to be sealed; its physical place holds as long as it is locked. */
    private record Row(String place, List<String> key, KeyOwner owner, List<@Nullable String> values) {}

    /**
     * Brings rows up to date until none is left that nobody else is at.
     *
     * @param alsoHashed whether rows that an older search-hash key hashed are hashed anew
     * @return how many
     */
    long seal(boolean alsoHashed) {
        if (!vault.isSealing()) {
            return 0;
        }
        long done = 0;
        for (SealedTable table : tables) {
            int batch;
            do {
                batch = batch(table, alsoHashed);
                done += batch;
            } while (batch == BATCH);
        }
        return done;
    }

    /** How many rows of all tables were sealed under a search-hash key; null counts those that are not sealed. */
    long rowsUnder(@Nullable String key) {
        return tables.stream()
                .mapToLong(table -> jdbc.sql("select count(*) from " + table.name()
                                + " where sealed_under is not distinct from cast(:key as text)")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private int batch(SealedTable table, boolean alsoHashed) {
        Integer done = transaction.execute(status -> {
            List<Row> rows = take(table, alsoHashed);
            vault.prepare(rows.stream().map(Row::owner).collect(Collectors.toSet()));
            rows.forEach(row -> write(table, row));
            return rows.size();
        });
        return done == null ? 0 : done;
    }

    private List<Row> take(SealedTable table, boolean alsoHashed) {
        String columns = Stream.concat(
                        table.key().stream().map(name -> name + "::text"),
                        table.columns().stream()
                                .map(column -> column.json() ? column.name() + " #>> '{}'" : column.name()))
                .collect(Collectors.joining(", "));
        String stale = alsoHashed ? " or sealed_under not in ('" + GONE + "', :current)" : "";
        return jdbc.sql("select " + columns + ", " + table.owner() + ", ctid::text from " + table.name()
                        + " where sealed_under is null" + stale + " limit " + BATCH + " for update skip locked")
                .param("current", hashes.currentId())
                .query((row, number) -> row(table, row))
                .list();
    }

    private static Row row(SealedTable table, ResultSet row) throws SQLException {
        int keys = table.key().size();
        int all = keys + table.columns().size();
        List<String> key = new ArrayList<>();
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= all; i++) {
            if (i <= keys) {
                key.add(row.getString(i));
            } else {
                values.add(row.getString(i));
            }
        }
        return new Row(row.getString(all + 2), key, new KeyOwner(row.getString(all + 1)), values);
    }

    private void write(SealedTable table, Row row) {
        List<String> sets = new ArrayList<>();
        List<@Nullable String> parameters = new ArrayList<>();
        String under = hashes.currentId();
        try {
            for (int i = 0; i < table.columns().size(); i++) {
                String value = row.values().get(i);
                if (value != null) {
                    add(table.columns().get(i), table, row, value, sets, parameters);
                }
            }
        } catch (DataKeyDestroyed e) {
            sets.clear();
            parameters.clear();
            under = GONE;
        }
        sets.add("sealed_under = ?");
        parameters.add(under);
        parameters.add(row.place());
        jdbc.sql("update " + table.name() + " set " + String.join(", ", sets) + " where ctid = ?::tid")
                .params(parameters)
                .update();
    }

    private void add(
            SealedColumn column,
            SealedTable table,
            Row row,
            String stored,
            List<String> sets,
            List<@Nullable String> parameters) {
        Cell cell = table.cell(row.owner(), column.name(), String.join("/", row.key()));
        String plain = vault.open(cell, stored);
        if (!Vault.isSealed(stored)) {
            sets.add(column.name() + (column.json() ? " = to_jsonb(?::text)" : " = ?"));
            parameters.add(vault.seal(cell, plain));
        }
        for (SealedColumn.Hash hash : column.hashes()) {
            sets.add(hash.column() + " = ?");
            parameters.add(hashes.hash(hash.use(), hash.part().apply(plain)));
        }
    }
}
