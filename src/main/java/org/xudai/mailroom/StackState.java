package org.xudai.mailroom;

/** How far a stack of scans is. */
public enum StackState {
    /** It waits for a node, or one reads its pages. */
    RUNNING,
    /** All pages are read and go to their places; it cannot be stopped any more. */
    FILING,
    /** Each of its pages has its place. */
    DONE,
    /** It cannot be taken apart; nothing of it went anywhere. */
    FAILED,
    /** Somebody stopped it before its pages went anywhere. */
    CANCELLED;

    /** Whether it has not ended yet. */
    public boolean isUnderWay() {
        return this == RUNNING || this == FILING;
    }
}
