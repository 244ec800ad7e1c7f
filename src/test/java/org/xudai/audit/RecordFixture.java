package org.xudai.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.bankseal.SealCertificates;
import org.xudai.bankseal.TestSealKeys;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;
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
    final SealSignatureTable signatures = new SealSignatureTable(jdbc);
    final SealCertificates certificates = TestSealKeys.certificates(jdbc);
    final Sealer sealer = sealerWith("first");
    final AuditSeals seals =
            new SealReader(table, signatures, new SealCheck(table, signatures, certificates, transactions));

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

    /** A node whose seal key is one of {@link TestSealKeys}. */
    Sealer sealerWith(String key) {
        SealSigner signer = new SealSigner(
                TestSealKeys.key(key),
                certificates,
                signatures,
                table,
                new AuditSettings(Duration.ofMinutes(1), Duration.ofDays(1)));
        return new Sealer(table, signer, jdbc, transactions, clock);
    }

    /** A node of the release before signatures seals what is new. */
    void sealUnsigned() {
        transaction.executeWithoutResult(status -> {
            List<SealTable.Waiting> entries = table.waiting(Sealer.AT_ONCE);
            table.insert(next(entries.stream().map(SealTable.Waiting::hash).toList()), entries);
        });
    }

    private Seal next(List<Sha256> hashes) {
        Optional<Seal> last = table.last();
        return Seal.after(
                last.map(Seal::number).orElse(0L) + 1,
                last.map(Seal::hash).orElse(EntryHash.START),
                clock.instant(),
                hashes.size(),
                MerkleTree.over(hashes).root());
    }

    /** The verdict where everything fits, nothing waits, and the first key signed all seals. */
    static SealVerdict holding(long seals, long leaves) {
        return new SealVerdict(
                seals,
                leaves,
                0,
                new Signatures(
                        seals,
                        List.of(new Signatures.Signer(
                                TestSealKeys.key("first").certificate(), seals, 1, seals, false))),
                List.of());
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
