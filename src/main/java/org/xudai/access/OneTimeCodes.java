package org.xudai.access;

import java.time.Duration;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.PartyId;

/**
 * One-time codes: six digits, by default ten minutes, five tries; one a minute, five an hour, ten a day for a case
 * ({@code xudai.access.code-validity} and the settings beside it).
 */
public interface OneTimeCodes {

    /** What a code is good for. */
    enum Purpose {
        SIGN_IN,
        SIGN
    }

    /** What became of a request for a code. */
    enum Sending {
        SENT,
        TOO_SOON,
        TOO_MANY,
        NO_NUMBER
    }

    /** What became of a try. */
    enum Check {
        ACCEPTED,
        WRONG,
        EXPIRED,
        TOO_MANY_TRIES
    }

    /** How long a code is valid. */
    Duration validity();

    /** Sends a code to the party's mobile (for {@code SIGN}: only to a verified one). */
    Sending send(CaseNumber caseNumber, PartyId party, Purpose purpose);

    /** Uses up a code. Not to be called in a transaction that may fail: a wrong try would not be counted. */
    Check check(CaseNumber caseNumber, PartyId party, Purpose purpose, String code);
}
