package org.xudai.intake.worker;

/** A worker ended before it gave its answer. */
public final class WorkerLost extends Exception {

    private static final long serialVersionUID = 1L;

    private final WorkerEnd end;

    WorkerLost(WorkerEnd end, Throwable cause) {
        super(end.name(), cause);
        this.end = end;
    }

    /** Why. */
    public WorkerEnd end() {
        return end;
    }
}
