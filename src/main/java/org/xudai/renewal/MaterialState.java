package org.xudai.renewal;

/** States of a line of the checklist. */
public enum MaterialState {
    OPEN,
    RECEIVED,
    ACCEPTED,
    CORRECTION,
    NOT_APPLICABLE
}
