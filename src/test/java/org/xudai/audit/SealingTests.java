package org.xudai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.vault.TestKeys;

/** Whatever was recorded comes under exactly one seal, whoever is at it and whatever dies. */
class SealingTests {

    private final RecordFixture world = new RecordFixture();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsNewComesUnderOneSealAndNothingNewMakesNone() {
        world.records(RecordFixture.aCase(), 3);
        world.records(RecordFixture.aCase(), 2);

        world.sealer.seal();
        world.sealer.seal();

        assertThat(world.table.from(1, 10)).singleElement().satisfies(seal -> {
            assertThat(seal.number()).isEqualTo(1);
            assertThat(seal.leaves()).isEqualTo(5);
            assertThat(seal.previous()).isEqualTo(EntryHash.START);
        });
        assertThat(world.count("audit_unsealed")).isZero();
    }

    @Test
    void eachSealNamesTheOneBefore() {
        CaseNumber number = RecordFixture.aCase();
        for (int i = 0; i < 3; i++) {
            world.records(number, 2);
            world.clock.advance(Duration.ofMinutes(1));
            world.sealer.seal();
        }

        List<Seal> seals = world.table.from(1, 10);
        assertThat(seals).extracting(Seal::number).containsExactly(1L, 2L, 3L);
        assertThat(seals.get(2).previous()).isEqualTo(seals.get(1).hash());
        assertThat(world.seals.verifyAll(List.of())).isEqualTo(RecordFixture.holding(3, 6));
        assertThat(world.seals.verifyChain(number.value(), List.of()).holds()).isTrue();
    }

    @Test
    void anEntryOfATransactionThatEndsLateIsNotPassedOver() throws Exception {
        CaseNumber slow = RecordFixture.aCase();
        CaseNumber quick = RecordFixture.aCase();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = elsewhere.submit(() -> world.transaction.executeWithoutResult(status -> {
                world.write(slow);
                written.countDown();
                awaited(sealed);
            }));
            awaited(written);
            world.records(quick, 2);
            world.sealer.seal();
            assertThat(world.seals.proofsOf(quick)).hasSize(2);
            assertThat(world.seals.proofsOf(slow)).isEmpty();
            sealed.countDown();
            late.get(30, TimeUnit.SECONDS);
        } finally {
            elsewhere.shutdownNow();
        }

        world.sealer.seal();

        assertThat(world.seals.proofsOf(slow)).hasSize(1);
        assertThat(world.seals.verifyAll(List.of())).isEqualTo(RecordFixture.holding(2, 3));
    }

    @Test
    void manyNodesAtOnceSealEveryEntryOnce() throws Exception {
        List<CaseNumber> cases = new ArrayList<>();
        ExecutorService nodes = Executors.newFixedThreadPool(5);
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            CaseNumber number = RecordFixture.aCase();
            cases.add(number);
            work.add(nodes.submit(() -> world.records(number, 40)));
        }
        for (int node = 0; node < 2; node++) {
            boolean patient = node == 0;
            work.add(nodes.submit(() -> {
                for (int round = 0; round < 30; round++) {
                    if (patient) {
                        world.sealer.sealNow();
                    } else {
                        world.sealer.seal();
                    }
                }
            }));
        }
        for (Future<?> one : work) {
            one.get(60, TimeUnit.SECONDS);
        }
        nodes.shutdown();
        world.sealer.sealNow();

        SealVerdict verdict = world.seals.verifyAll(List.of());
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.leaves()).isEqualTo(120);
        assertThat(verdict.waiting()).isZero();
        assertThat(cases).allSatisfy(number -> assertThat(world.seals.proofsOf(number))
                .extracting(InclusionProof::position)
                .startsWith(1L)
                .hasSize(40)
                .isSorted());
    }

    @Test
    void whileOneNodeIsAtItAnotherLeavesItAlone() {
        world.records(RecordFixture.aCase(), 1);

        world.transaction.executeWithoutResult(status -> {
            world.jdbc
                    .sql("select pg_advisory_xact_lock(hashtextextended('audit.seal', 0)) is null")
                    .query(Boolean.class)
                    .single();
            world.sealer.seal();
            assertThat(world.count("audit_seal")).isZero();
        });

        world.sealer.seal();
        assertThat(world.count("audit_seal")).isEqualTo(1);
    }

    @Test
    void aNodeThatDiesInTheMiddleLeavesNoHalfSeal() {
        world.records(RecordFixture.aCase(), 4);

        world.transaction.executeWithoutResult(status -> {
            List<SealTable.Waiting> entries = world.table.waiting(10);
            world.table.insert(Seal.after(1, EntryHash.START, world.clock.instant(), 4, EntryHash.START), entries);
            assertThat(world.count("audit_unsealed")).isZero();
            status.setRollbackOnly();
        });
        world.sealer.seal();

        assertThat(world.seals.verifyAll(List.of())).isEqualTo(RecordFixture.holding(1, 4));
    }

    @Test
    void moreThanFitsUnderOneSealComesUnderSeveralInOneRound() {
        world.manyEntries(2 * Sealer.AT_ONCE + 1);

        world.sealer.seal();

        assertThat(world.table.from(1, 10))
                .extracting(Seal::leaves)
                .containsExactly((long) Sealer.AT_ONCE, (long) Sealer.AT_ONCE, 1L);
        assertThat(world.seals.verifyAll(List.of())).isEqualTo(RecordFixture.holding(3, 2L * Sealer.AT_ONCE + 1));
    }

    @Test
    void whatWasRecordedBeforeThereWereSealsIsSealedAfterTheUpgrade() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(EmbeddedDatabase.freshUrl());
        FluentConfiguration migrations = Flyway.configure()
                .dataSource(source)
                .schemas("xudai", "camunda")
                .defaultSchema("xudai")
                .outOfOrder(true)
                .skipDefaultCallbacks(true);
        migrations.target("20261128014959?").load().migrate();
        RecordFixture upgraded = new RecordFixture(source, TestKeys::writingPlain);
        try {
            CaseNumber number = RecordFixture.aCase();
            upgraded.records(number, 3);
            migrations.target(MigrationVersion.LATEST).load().migrate();
            upgraded.records(number, 1);

            upgraded.sealer.seal();

            assertThat(upgraded.seals.proofsOf(number)).hasSize(4);
            assertThat(upgraded.chains.verifyAll()).isEmpty();
            assertThat(upgraded.seals.verifyAll(List.of())).isEqualTo(RecordFixture.holding(1, 4));
        } finally {
            upgraded.close();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
