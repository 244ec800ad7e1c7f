package org.xudai.audit;

/** Puts what was recorded under a seal, signed by the bank. */
public interface Sealing {

    /**
     * Seals at once what is committed and not sealed yet, in a transaction of its own. Nothing is sealed on a day on which
     * the bank's certificate is not valid: it waits.
     */
    void sealNow();
}
