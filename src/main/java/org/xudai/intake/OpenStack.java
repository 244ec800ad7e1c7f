package org.xudai.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.intake.worker.WorkerLease;
import org.xudai.intake.worker.WorkerLost;
import org.xudai.intake.worker.WorkerPool;

/**
 * A stack of scans on this node's disk while it is worked on. Only workers open it; closing it deletes the copy. A page that
 * costs a worker its time or its life is tried once more by itself, since the machine may have been slow; then it is told as
 * unreadable, and another worker goes on behind it.
 */
public final class OpenStack implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStack.class);
    private static final int MOST_DEATHS = 2;

    private final WorkerPool workers;
    private final IntakeSettings settings;
    private final Path file;

    OpenStack(WorkerPool workers, IntakeSettings settings, Path file) {
        this.workers = workers;
        this.settings = settings;
        this.file = file;
    }

    /** Takes the pages as they are read; what it throws ends the reading. */
    public interface Taker {

        /** A page. */
        void sheet(Sheet sheet);

        /** A page, from 1, that cannot be read. */
        void unreadable(int page);
    }

    /**
     * What the stack is.
     *
     * @param mostPages most pages it may have
     * @throws IOException where no worker can be started
     * @throws CancellationException where the node stops
     */
    public StackFacts facts(int mostPages) throws IOException {
        for (int deaths = 1; ; deaths++) {
            try (WorkerLease worker = lease()) {
                return new StackTalk(worker, settings).facts(file, mostPages);
            } catch (WorkerLost lost) {
                if (isTheFile(lost, deaths)) {
                    return StackFacts.refused("UNREADABLE");
                }
            }
        }
    }

    /**
     * Reads pages, each once, in their order.
     *
     * @param first the page to begin with, from 1
     * @param last the last page
     * @throws IOException where no worker can be started
     * @throws CancellationException where the node stops
     */
    public void read(int first, int last, Taker taker) throws IOException {
        Counted counted = new Counted(first, taker);
        int lostAt = 0;
        while (counted.next() <= last) {
            int from = counted.next();
            int until = from == lostAt ? from : last;
            try (WorkerLease worker = lease()) {
                new StackTalk(worker, settings).read(file, from, until, counted);
            } catch (WorkerLost lost) {
                goOn(lost);
                int page = counted.next();
                if (page == lostAt && page <= until) {
                    counted.unreadable(page);
                } else if (page <= until) {
                    lostAt = page;
                }
            }
        }
    }

    /** Whether a worker ended because of what it looked at; one that merely died is followed by another. */
    private static boolean isTheFile(WorkerLost lost, int deaths) {
        goOn(lost);
        return lost.end() != WorkerEnd.DIED || deaths >= MOST_DEATHS;
    }

    private static void goOn(WorkerLost lost) {
        if (lost.end() == WorkerEnd.STOPPED) {
            throw new CancellationException("the node stops");
        }
        LOG.warn("a stack cost a worker its life: {}", lost.end());
    }

    private WorkerLease lease() throws IOException {
        try {
            return workers.lease();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading a stack");
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Knows which page comes next. */
    private static final class Counted implements Taker {

        private final AtomicInteger next;
        private final Taker taker;

        Counted(int first, Taker taker) {
            this.next = new AtomicInteger(first);
            this.taker = taker;
        }

        int next() {
            return next.get();
        }

        @Override
        public void sheet(Sheet sheet) {
            taker.sheet(sheet);
            next.incrementAndGet();
        }

        @Override
        public void unreadable(int page) {
            taker.unreadable(page);
            next.incrementAndGet();
        }
    }
}
