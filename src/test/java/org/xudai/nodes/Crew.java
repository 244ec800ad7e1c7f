package org.xudai.nodes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** People at work in as many lanes, each request to any of the nodes that are there. */
final class Crew implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ledger ledger = new Ledger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Future<?>> working = new ArrayList<>();
    private final ExecutorService threads;

    /** {@code nodes} may change while they work; one is always there. */
    Crew(int many, List<Node> nodes, Outside outside) {
        threads = Executors.newFixedThreadPool(many);
        for (int i = 0; i < many; i++) {
            lanes.add(new Lane(() -> any(nodes).port(), outside, closing, ledger));
        }
    }

    Ledger ledger() {
        return ledger;
    }

    void goToWork() {
        lanes.forEach(lane -> working.add(threads.submit(lane)));
    }

    /** Brings renewals that were begun to their end, and begins no other. */
    void take(List<Renewal> begun) {
        for (int i = 0; i < begun.size(); i++) {
            Lane lane = lanes.get(i % lanes.size());
            Renewal renewal = begun.get(i);
            working.add(threads.submit(() -> lane.bringToItsEnd(renewal)));
        }
    }

    /** What each of them is at. */
    List<Lane.Doing> doing() {
        return lanes.stream().map(Lane::doing).toList();
    }

    /** Waits until so many more renewals came to their end. */
    void ends(int more) {
        int before = ledger.ended().size();
        await(more + " renewals come to their end")
                .atMost(PATIENCE)
                .until(() -> ledger.ended().size() >= before + more);
    }

    /** Begins nothing new and waits until what is under way has ended. */
    void comesToItsEnd() throws InterruptedException, ExecutionException, TimeoutException {
        closing.set(true);
        for (Future<?> one : working) {
            one.get(DRAIN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Leaves everything as it stands. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Node any(List<Node> nodes) {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
    }
}
