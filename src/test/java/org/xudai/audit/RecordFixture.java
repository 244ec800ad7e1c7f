package org.xudai.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.MovableClock;
import org.xudai.vault.TestKeys;
import org.xudai.vault.Vault;

/** The record on a database of its own. */
final class RecordFixture {

    private static final AtomicInteger CASES = new AtomicInteger();

    final MovableClock clock = new MovableClock();
    final HikariDataSource database = new HikariDataSource();
    final JdbcClient jdbc = JdbcClient.create(database);
    final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    final TransactionTemplate transaction = new TransactionTemplate(transactions);
    final ChainWriter writer;
    final ChainReader chains;
    final SealTable table = new SealTable(jdbc);
    final Sealer sealer = new Sealer(table, jdbc, transactions, clock);
    final AuditSeals seals = new SealReader(sealer, table, new SealCheck(table, transactions));

    RecordFixture() {
        this(EmbeddedDatabase.freshMigrated());
    }

    RecordFixture(DataSource source) {
        this(source, TestKeys::vault);
    }

    /** A record whose payloads a vault of this kind keeps. */
    RecordFixture(DataSource source, Function<DataSource, Vault> vault) {
        database.setDataSource(source);
        database.setMaximumPoolSize(6);
        PayloadTable payloads = new PayloadTable(jdbc, vault.apply(database));
        writer = new ChainWriter(jdbc, payloads, clock);
        chains = new ChainReader(jdbc, payloads);
    }

    record Act(CaseNumber caseNumber, String act, Map<String, String> personal) implements Auditable {

        @Override
        public Actor actor() {
            return Actor.system("test");
        }
    }

    static CaseNumber aCase() {
        return CaseNumber.of(2026, CASES.incrementAndGet());
    }

    /** Records some acts of a case, each in a transaction of its own. */
    void records(CaseNumber number, int acts) {
        for (int i = 0; i < acts; i++) {
            transaction.executeWithoutResult(status -> write(number));
        }
    }

    void write(CaseNumber number) {
        writer.write(new Act(number, "test.done", Map.of("comment", "同意")));
    }

    /** Does something as a superuser who knows how to get past triggers and references. */
    void behindTheTriggers(String sql, Object... parameters) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).params(parameters).update();
        });
    }

    /** Entries of acts of no case, written at once; their hashes are made up. */
    void manyEntries(int entries) {
        jdbc.sql("""
                        insert into audit_entry
                        select 'book', n, now(), 'test.done', 'SYSTEM', 'test', '{}', '', '',
                            encode(sha256(n::text::bytea), 'hex')
                        from generate_series(1, ?) n
                        """).param(entries).update();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    void close() {
        database.close();
    }
}
