package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.intake.UploadWorld.Judged;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.intake.worker.WorkerLease;
import org.xudai.intake.worker.WorkerPool;
import org.xudai.journey.Api;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Processes that open files are killed at random while uploads come in: every acknowledged upload ends with a verdict. */
@RunningXudai
@Import(UploadWorld.class)
class KilledWorkersTests {

    private static final long SEED = 20261123;
    private static final long KILL_EVERY_MILLIS = 1500;

    @Autowired
    CaseWorld world;

    @Autowired
    UploadWorld uploads;

    @Autowired
    WorkerPool workers;

    @LocalServerPort
    int port;

    @Test
    void twentyUploadsEndWithVerdicts() throws Exception {
        everyUploadEndsWithAVerdict(20);
    }

    @Test
    @Tag("faults")
    void twoHundredUploadsEndWithVerdicts() throws Exception {
        everyUploadEndsWithAVerdict(200);
    }

    @Test
    void processesThatDieWhileTheyRestCostNoFileItsVerdict() throws Exception {
        CaseNumber number = world.collecting(LoanRows.eligible());
        twoRest();
        List<ProcessHandle> resting = workers.pids().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
        resting.forEach(ProcessHandle::destroyForcibly);
        await("their end").until(() -> resting.stream().noneMatch(ProcessHandle::isAlive));

        Judged judged = uploads.handIn(number, "financials", HostileFiles.named("photo.jpg"));

        assertThat(resting).hasSizeGreaterThan(1);
        assertThat(judged.codes()).contains("PICTURE_TO_CHECK").doesNotContain("UNREADABLE");
    }

    /** As many as a file may lose before it is left to a person. */
    private void twoRest() throws Exception {
        try (WorkerLease one = workers.lease();
                WorkerLease other = workers.lease()) {
            one.answered();
            other.answered();
        }
        await("rest").until(() -> workers.busy() == 0);
    }

    private void everyUploadEndsWithAVerdict(int count) throws Exception {
        CaseNumber number = world.collecting(LoanRows.eligible());
        List<byte[]> files = List.of(
                HostileFiles.named("photo.jpg"),
                HostileFiles.named("plain.pdf"),
                HostileFiles.named("three-pages.tiff"),
                HostilePdfs.pages(10));
        Random random = new Random(SEED);
        AtomicInteger killed = new AtomicInteger();
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        var unused = killer.scheduleWithFixedDelay(
                () -> killed.addAndGet(killOne(random)), 500, KILL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        List<Judged> judged = new ArrayList<>();
        try {
            List<Document> received = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                received.add(uploads.received(number, "financials", files.get(random.nextInt(files.size()))));
            }
            received.forEach(document -> judged.add(uploads.judged(document)));
        } finally {
            killer.shutdownNow();
        }

        assertThat(judged).hasSize(count).allSatisfy(one -> {
            assertThat(one.document().state()).isIn(DocumentState.UNDECIDED, DocumentState.SUPERSEDED);
            assertThat(one.codes()).containsAnyOf("PICTURE_TO_CHECK", "UNREADABLE");
        });
        assertThat(killed).hasPositiveValue();
        assertThat(Api.asNobody(port).get("/actuator/health/liveness").status()).isEqualTo(200);
        LoggerFactory.getLogger(KilledWorkersTests.class)
                .info(
                        "{} uploads, {} processes killed, {} died at a file, {} files left to a person",
                        count,
                        killed,
                        workers.ended(WorkerEnd.DIED),
                        judged.stream()
                                .filter(one -> one.codes().contains("UNREADABLE"))
                                .count());
    }

    private int killOne(Random random) {
        List<Long> processes = workers.pids();
        if (processes.isEmpty()) {
            return 0;
        }
        long chosen = processes.get(random.nextInt(processes.size()));
        return ProcessHandle.of(chosen).map(ProcessHandle::destroyForcibly).orElse(false) ? 1 : 0;
    }
}
