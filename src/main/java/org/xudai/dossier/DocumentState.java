package org.xudai.dossier;

/** States of a document. */
public enum DocumentState {
    RECEIVED,
    INSPECTING,
    ACCEPTED,
    REFUSED,
    UNDECIDED,
    SUPERSEDED
}
