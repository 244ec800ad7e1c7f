package org.xudai.loanbook;

/** How far an import is. */
public enum ImportState {
    /** Waits for its turn on a node, or is read there. */
    RUNNING,
    /** Read to the end. */
    DONE,
    /** The file could not be read on; what was read before is in. */
    FAILED,
    /** Somebody stopped it; what was read before is in. */
    CANCELLED,
    /** It stopped without an end, e.g. with its node; what was read before is in. The same file once more goes on. */
    BROKEN
}
