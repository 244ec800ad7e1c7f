package org.xudai.intake.worker;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that opens hostile bytes for this one. It has no environment, no connection to anything, and a directory of its
 * own. Whoever waits for its answer is woken by its end: a process that is killed closes its pipes.
 */
final class Worker implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** What {@code -XX:+ExitOnOutOfMemoryError} ends a process with. */
    private static final int OUT_OF_MEMORY = 3;

    /** How long a worker may take until it is ready. */
    static final Duration START = Duration.ofMinutes(1);

    private static final Duration NO_END = Duration.ofDays(1);
    private static final int ENDING_SECONDS = 5;
    private static final String DIAGNOSTICS = ".diagnostics";
    private static final int MOST_DIAGNOSTICS = 2000;

    private final Process process;
    private final Frames frames;
    private final Path directory;
    private final AtomicReference<@Nullable WorkerEnd> end = new AtomicReference<>();
    private volatile boolean ready;
    private volatile long deadline;
    private volatile long idleSince = System.nanoTime();
    private int files;

    private Worker(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        this.frames = new Frames(process.getInputStream(), process.getOutputStream());
        this.deadline = System.nanoTime() + START.toNanos();
    }

    /**
     * Starts one, which is not ready yet.
     *
     * @param greeting its {@link Frame.Kind#LIMITS}
     */
    static Worker start(List<String> command, Path directory, byte[] greeting) throws IOException {
        Files.createDirectory(directory);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory
                        .resolveSibling(directory.getFileName() + DIAGNOSTICS)
                        .toFile());
        builder.environment().clear();
        builder.environment().putAll(WorkerCommand.ENVIRONMENT);
        Worker worker = new Worker(builder.start(), directory);
        try {
            worker.frames.send(Frame.Kind.LIMITS, greeting);
        } catch (IOException e) {
            worker.end(WorkerEnd.DIED);
            worker.close();
            throw e;
        }
        return worker;
    }

    /** Waits until it can take a file. */
    void awaitReady() throws IOException {
        if (!ready) {
            Frame first = frames.receive();
            if (first.kind() != Frame.Kind.READY) {
                throw new Frames.Garbled(first.kind() + " is no beginning");
            }
            ready = true;
        }
    }

    boolean isReady() {
        return ready;
    }

    /** Gives it so long for what comes next. */
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** From now on it is not late; gives the nanoseconds it had left. */
    long stopTheClock() {
        long left = deadline - System.nanoTime();
        deadline = System.nanoTime() + NO_END.toNanos();
        return left;
    }

    boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    void rest() {
        files++;
        idleSince = System.nanoTime();
    }

    Duration rested() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    int files() {
        return files;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long memory() {
        return Memory.of(process.pid());
    }

    long pid() {
        return process.pid();
    }

    Frames frames() {
        return frames;
    }

    Path directory() {
        return directory;
    }

    /** Ends it and all it started, at once; the first reason given is the one that counts. */
    void end(WorkerEnd why) {
        end.compareAndSet(null, why);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Why it ended. */
    WorkerEnd reason() {
        WorkerEnd known = end.get();
        if (known != null) {
            return known;
        }
        return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY ? WorkerEnd.MEMORY : WorkerEnd.DIED;
    }

    /** Why it ended, where its pipe says that it did and the rest of it may take a moment longer. */
    WorkerEnd awaitReason() {
        try {
            var unused = process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reason();
    }

    /** Waits for its end and deletes what it leaves. */
    @Override
    public void close() {
        Path diagnostics = directory.resolveSibling(directory.getFileName() + DIAGNOSTICS);
        try {
            var unused = process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS);
            if (!ready && Files.exists(diagnostics) && Files.size(diagnostics) > 0) {
                LOG.error("a worker did not start: {}", beginningOf(diagnostics)); // it has seen no file yet
            }
            Directories.delete(directory);
            Files.deleteIfExists(diagnostics);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("what a worker left behind in {} cannot be deleted", directory, e);
        }
    }

    private static String beginningOf(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, Math.min(MOST_DIAGNOSTICS, text.length()));
    }
}
