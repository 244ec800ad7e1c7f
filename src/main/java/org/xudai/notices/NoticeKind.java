package org.xudai.notices;

/** Kinds of message; each has its texts in the bundle and a template id at the SMS carrier. */
public enum NoticeKind {
    INVITATION,
    REMINDER,
    ESCALATION,
    CORRECTION,
    RECEIVED,
    GUIDANCE,
    YOUR_TURN,
    TERMS_CHANGED,
    RENEWED,
    REFUSED,
    NOT_ELIGIBLE,
    WITHDRAWN,
    SETTLED,
    LAPSED,
    EXTENDED,
    SIGN_IN_CODE,
    SIGNING_CODE,
    STAFF_TASK
}
