package org.xudai.dossier;

/** States of a document. */
public enum DocumentState {
    RECEIVED,
    INSPECTING,
    ACCEPTED,
    REFUSED,
    UNDECIDED,
    SUPERSEDED;

    /** Whether it still waits for its verdict. */
    public boolean isWaiting() {
        return this == RECEIVED || this == INSPECTING;
    }
}
