package org.xudai.dossier;

/** How a document came. */
public enum Channel {
    PORTAL,
    WECHAT,
    MAIL,
    COUNTER,
    POST,
    VISIT,
    SCAN,
    /** Issued by the bank. */
    ISSUED
}
