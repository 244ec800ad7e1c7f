package org.xudai.intake.worker;

/** Why a worker ended. */
public enum WorkerEnd {
    /** Killed: a file took too long. */
    TIME,
    /** Killed, or ended by itself: a file took too much memory. */
    MEMORY,
    /** Killed: it said what no worker says. */
    GARBLED,
    /** It died without being asked to. */
    DIED,
    /** It had taken its share of files. */
    RECYCLED,
    /** There was nothing to do. */
    IDLE,
    /** The node stops. */
    STOPPED
}
