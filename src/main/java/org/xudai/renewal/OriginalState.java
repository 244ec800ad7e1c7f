package org.xudai.renewal;

/** What became of the paper original (原件). */
public enum OriginalState {
    NOT_NEEDED,
    OUTSTANDING,
    RECEIVED
}
