package org.xudai.loanbook;

/** How far a party's mobile number is known to be his own. */
public enum NumberStanding {
    /** Nobody has checked it. */
    UNVERIFIED,
    /** One officer called back; a second has to confirm. */
    CALLED_BACK,
    /** Imported as the contact's number, and contact and signer are the same person. */
    NAMES_AGREE,
    /** Verified by two officers. */
    TWO_OFFICERS;

    /** Whether a signing code may go to it. */
    public boolean mayConfirmSignature() {
        return this == NAMES_AGREE || this == TWO_OFFICERS;
    }
}
