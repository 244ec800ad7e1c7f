package org.xudai.access;

import java.time.Duration;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;

/**
 * One-time codes: six digits, by default ten minutes, five tries ({@code xudai.access.code-validity} and the settings beside
 * it). To sign in one a minute, five an hour, ten a day for a case; to sign as many for each signer, who is signed in
 * already. A code is good for one purpose, and one to sign for one version of one document.
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

    /**
     * What is signed.
     *
     * @param material the document
     * @param version its version
     */
    record Subject(MaterialCode material, int version) {}

    /**
     * What became of a try to confirm a signature.
     *
     * @param check the answer
     * @param code id of the code, for the record; 0 where there was none
     */
    record Confirmation(Check check, long code) {}

    /** Sends a code to sign in with, to the party's mobile, or to his mail address where there is none. */
    Sending send(CaseNumber caseNumber, PartyId party);

    /** Sends a code to sign with; only to a mobile that is verified as his own. The message names the document. */
    Sending sendToSign(CaseNumber caseNumber, PartyId party, Subject subject);

    /** Uses up a code to sign in. Not to be called in a transaction that may fail: a wrong try would not be counted. */
    Check check(CaseNumber caseNumber, PartyId party, String code);

    /** Uses up a code to sign; as above. */
    Confirmation confirm(CaseNumber caseNumber, PartyId party, Subject subject, String code);
}
