package org.xudai.renewal;

/** States of a renewal case. */
public enum CaseState {
    OPENED,
    NOT_ELIGIBLE,
    COLLECTING,
    IN_INVESTIGATION,
    IN_REVIEW,
    IN_APPROVAL,
    AWAITING_TERMS,
    RENEWING,
    RENEWED,
    REFUSED,
    WITHDRAWN,
    SETTLED,
    LAPSED;

    /** Whether the case is still under way. */
    public boolean isOpen() {
        return switch (this) {
            case OPENED, COLLECTING, IN_INVESTIGATION, IN_REVIEW, IN_APPROVAL, AWAITING_TERMS, RENEWING -> true;
            case NOT_ELIGIBLE, RENEWED, REFUSED, WITHDRAWN, SETTLED, LAPSED -> false;
        };
    }
}
