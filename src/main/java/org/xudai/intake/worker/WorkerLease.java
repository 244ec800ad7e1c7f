package org.xudai.intake.worker;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** A worker for one file; closing it gives the worker back, or ends it where it is not at rest. */
public final class WorkerLease implements Closeable {

    private final WorkerPool pool;
    private final Worker worker;
    private boolean atRest;

    WorkerLease(WorkerPool pool, Worker worker) {
        this.pool = pool;
        this.worker = worker;
    }

    /** Gives it so long, from now on. */
    public void allow(Duration time) {
        worker.allow(time);
    }

    /**
     * Says something to it.
     *
     * @throws WorkerLost where it is gone
     */
    public void send(Frame.Kind kind, byte[] bytes) throws WorkerLost {
        try {
            worker.frames().send(kind, bytes);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /**
     * What it says next.
     *
     * @throws WorkerLost where it is gone, was ended because of the file, or said what no worker says
     */
    public Frame receive() throws WorkerLost {
        try {
            return worker.frames().receive();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Ends it: what it said is none of what it could say here. */
    public WorkerLost garbled(String what) {
        return lost(new Frames.Garbled(what));
    }

    /** Ends it: it gave up itself, for the time that it took. */
    public WorkerLost late(String what) {
        worker.end(WorkerEnd.TIME);
        return lost(new IOException(what));
    }

    /** Does something while the worker waits for it, on time of its own. */
    public void whileItWaits(Runnable work) {
        var unused = onOwnTime(() -> {
            work.run();
            return this;
        });
    }

    /** Finds something out while the worker waits for it, on time of its own. */
    public <T> T onOwnTime(Supplier<T> question) {
        long left = worker.stopTheClock();
        try {
            return question.get();
        } finally {
            worker.allow(Duration.ofNanos(left));
        }
    }

    /** It gave its answer and can take another file. */
    public void answered() {
        atRest = true;
    }

    @Override
    public void close() {
        pool.giveBack(worker, atRest);
    }

    private WorkerLost lost(IOException cause) {
        if (cause instanceof Frames.Garbled) {
            worker.end(WorkerEnd.GARBLED);
        }
        return new WorkerLost(worker.awaitReason(), cause);
    }
}
