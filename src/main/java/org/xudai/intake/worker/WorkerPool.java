package org.xudai.intake.worker;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few workers that wait for files. They are started when there is a file for them, or as many as are to be kept warm; they
 * are watched, replaced where they end at work, and ended with the pool.
 */
public final class WorkerPool implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final int MOST_STARTS = 3;

    private final WorkerCommand command;
    private final String argument;
    private final WorkerLimits limits;
    private final byte[] greeting;
    private final Semaphore places;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> busy = new HashSet<>();
    private final Map<WorkerEnd, AtomicLong> ended = new EnumMap<>(WorkerEnd.class);
    private @Nullable ScheduledExecutorService watch;
    private @Nullable Path directory;
    private int started;
    private boolean closed;
    private volatile boolean startable = true;

    /**
     * A pool without any worker yet.
     *
     * @param argument first argument of the command, which says what kind of worker it is
     * @param greeting what each is told first, as {@link Frame.Kind#LIMITS}
     */
    public WorkerPool(String argument, WorkerLimits limits, byte[] greeting) {
        this(WorkerCommand.ofThisProcess(), argument, limits, greeting);
    }

    WorkerPool(WorkerCommand command, String argument, WorkerLimits limits, byte[] greeting) {
        this.command = command;
        this.argument = argument;
        this.limits = limits;
        this.greeting = greeting.clone();
        this.places = new Semaphore(limits.workers(), true);
    }

    /**
     * A worker that is ready for a file.
     *
     * @throws IOException where none can be started
     * @throws IllegalStateException where all are busy for too long, or the pool is closed
     * @throws InterruptedException while waiting
     */
    public WorkerLease lease() throws IOException, InterruptedException {
        if (!places.tryAcquire(limits.waiting().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("every inspector is busy");
        }
        Worker worker = null;
        try {
            worker = ready();
            return new WorkerLease(this, worker);
        } finally {
            if (worker == null) {
                places.release();
            }
        }
    }

    /** A new empty file that only this user can read; whoever asked deletes it. */
    public Path newFile() throws IOException {
        return Files.createTempFile(directory(), "received-", ".bin");
    }

    /**
     * Starts those that are to be kept ready.
     *
     * @throws IOException where they cannot be started
     */
    public synchronized void warmUp() throws IOException {
        while (!closed && idle.size() + busy.size() < Math.min(limits.warm(), limits.workers())) {
            idle.add(start());
        }
    }

    /** Whether workers can be started: the last start went well, or there was none. */
    public boolean isStartable() {
        return startable;
    }

    /** How many are at work. */
    public synchronized int busy() {
        return busy.size();
    }

    /** How many wait for a file. */
    public synchronized int idle() {
        return idle.size();
    }

    /** How many ended so far for a reason. */
    public long ended(WorkerEnd why) {
        return count(why).get();
    }

    /** Numbers of the processes there are. */
    public synchronized List<Long> pids() {
        return Stream.concat(idle.stream(), busy.stream()).map(Worker::pid).toList();
    }

    /** Ends all workers; whoever waits for an answer gets none. */
    @Override
    public void close() {
        List<Worker> resting;
        synchronized (this) {
            closed = true;
            if (watch != null) {
                watch.shutdownNow();
            }
            resting = List.copyOf(idle);
            idle.clear();
            busy.forEach(worker -> worker.end(WorkerEnd.STOPPED));
        }
        resting.forEach(worker -> bury(worker, WorkerEnd.STOPPED));
        Path left = directory;
        if (left != null) {
            try {
                Directories.delete(left);
            } catch (IOException e) {
                LOG.warn("{} cannot be deleted", left, e);
            }
        }
    }

    /** Takes a worker back; one that is not at rest is ended, and another stands ready before the next file comes. */
    void giveBack(Worker worker, boolean atRest) {
        boolean kept = atRest && worker.isAlive() && worker.files() + 1 < limits.files() && emptied(worker);
        try {
            synchronized (this) {
                busy.remove(worker);
                kept &= !closed;
                if (kept) {
                    worker.rest();
                    idle.push(worker);
                } else if (!closed) {
                    idle.add(start());
                }
            }
        } catch (IOException e) {
            LOG.error("no worker can be started", e);
        } finally {
            if (!kept) {
                bury(worker, worker.isAlive() ? WorkerEnd.RECYCLED : worker.reason());
            }
            places.release();
        }
    }

    private Worker ready() throws IOException {
        for (int tries = 1; ; tries++) {
            Worker worker = taken();
            try {
                worker.awaitReady();
                startable = true;
                return worker;
            } catch (IOException e) {
                synchronized (this) {
                    busy.remove(worker);
                }
                bury(worker, WorkerEnd.DIED);
                startable = tries < MOST_STARTS;
                if (!startable) {
                    throw new IOException("no worker can be started", e);
                }
            }
        }
    }

    private Worker taken() throws IOException {
        List<Worker> dead = new ArrayList<>();
        try {
            return taken(dead);
        } finally {
            dead.forEach(worker -> bury(worker, WorkerEnd.DIED));
        }
    }

    /** One that rests, else a new one; what died at rest died of no file. */
    private synchronized Worker taken(List<Worker> dead) throws IOException {
        if (closed) {
            throw new IllegalStateException("the node stops");
        }
        Worker resting = idle.poll();
        while (resting != null && !resting.isAlive()) {
            dead.add(resting);
            resting = idle.poll();
        }
        Worker worker = resting == null ? start() : resting;
        worker.allow(Worker.START);
        busy.add(worker);
        return worker;
    }

    private void bury(Worker worker, WorkerEnd why) {
        worker.end(why);
        worker.close();
        count(worker.reason()).incrementAndGet();
    }

    private synchronized AtomicLong count(WorkerEnd why) {
        return ended.computeIfAbsent(why, any -> new AtomicLong());
    }

    private boolean emptied(Worker worker) {
        try {
            Directories.empty(worker.directory());
            return true;
        } catch (IOException e) {
            LOG.warn("the directory of a worker cannot be emptied", e);
            return false;
        }
    }

    private synchronized Worker start() throws IOException {
        try {
            Path own = directory().resolve("worker-" + ++started);
            return Worker.start(command.words(argument, limits.heap(), own), own, greeting);
        } catch (IOException e) {
            startable = false;
            throw e;
        }
    }

    private synchronized Path directory() throws IOException {
        Path known = directory;
        if (known == null) {
            known = Directories.ofThisProcess();
            directory = known;
            ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(look -> {
                Thread thread = new Thread(look, "inspection-watch");
                thread.setDaemon(true);
                return thread;
            });
            var unused = looking.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            watch = looking;
        }
        return known;
    }

    /** Kills who takes too much, and lets go whom nobody needs. */
    private void look() {
        List<Worker> gone = new ArrayList<>();
        synchronized (this) {
            busy.stream().filter(Worker::isLate).forEach(worker -> worker.end(WorkerEnd.TIME));
            long most = limits.memory().toBytes();
            busy.stream().filter(worker -> worker.memory() > most).forEach(worker -> worker.end(WorkerEnd.MEMORY));
            while (idle.size() + busy.size() > limits.warm() && isTiredOfWaiting(idle.peekLast())) {
                gone.add(idle.removeLast());
            }
        }
        gone.forEach(worker -> bury(worker, WorkerEnd.IDLE));
    }

    private boolean isTiredOfWaiting(@Nullable Worker worker) {
        return worker != null && worker.rested().compareTo(limits.idle()) > 0;
    }
}
