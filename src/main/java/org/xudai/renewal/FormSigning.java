package org.xudai.renewal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.pdf.Ink;
import org.xudai.signing.Device;
import org.xudai.signing.ScreenSignature;

/**
 * Signing forms on the screen: signer after signer, each with a fresh code to his own verified number. Refusals are
 * returned, faults are thrown.
 */
public interface FormSigning {

    /** How far the current version of a form is signed; nothing where the material has no form or no signers. */
    Optional<SigningStatus> status(CaseNumber number, MaterialCode material);

    /**
     * Sends the signer whose turn it is a code for the current version. Answers that are not yet in it are frozen first, as
     * long as nobody has signed; where the bank did not accept what was signed, a new version is issued.
     */
    CodeAnswer requestCode(CaseNumber number, MaterialCode material, PartyId by);

    /** Answer to {@link #requestCode}. */
    sealed interface CodeAnswer {
        /** Sent, for this version. */
        record Sent(int version) implements CodeAnswer {}

        /** Not sent. */
        record NotSent(Refusal why, Map<String, String> problems) implements CodeAnswer {}
    }

    /**
     * Signs. What the signer entered is checked before his code is used up; his signature, the document and the record are
     * written together.
     */
    Answer sign(CaseNumber number, MaterialCode material, PartyId by, Entry entry);

    /**
     * What a signer entered.
     *
     * @param mode drawn or typed
     * @param strokes what he drew, y downwards, in any unit
     * @param name what he typed
     * @param consent version of the text he consented to; 0 where he did not
     * @param language the language in which he read it
     * @param code the code
     * @param version the version he looked at; null means the current one
     * @param device what he signs on
     */
    record Entry(
            ScreenSignature.Mode mode,
            List<List<Ink.Point>> strokes,
            String name,
            int consent,
            Locale language,
            String code,
            @Nullable Integer version,
            Device device) {}

    /** Notes that a signer does not sign, and why; everybody concerned reads it. Signing after all lifts it. */
    Answer decline(CaseNumber number, MaterialCode material, PartyId by, String reason);

    /** Answer to {@link #sign} and {@link #decline}. */
    sealed interface Answer {
        /** Signed; the document with this signature, and how far the form is signed now. */
        record Signed(Document document, SigningStatus status) implements Answer {}

        /** The refusal to sign is noted. */
        record Noted(SigningStatus status) implements Answer {}

        /** Not done. */
        record Refused(Refusal why) implements Answer {}
    }

    /** Why something was not done. */
    enum Refusal {
        /** This material is not signed on the screen, or this node has no time-stamping authority. */
        NOT_OFFERED,
        /** He is none of its signers. */
        NOT_A_SIGNER,
        /** The case does not take it now. */
        NOT_NOW,
        /** Somebody signs before him. */
        NOT_YET,
        ALREADY_SIGNED,
        /** Another signer declined. */
        DECLINED,
        /** The form is not filled in. */
        ANSWERS_MISSING,
        /** The version he looked at is no longer the current one, or somebody was faster. */
        VERSION_REPLACED,
        CONSENT_MISSING,
        DRAWING_EMPTY,
        DRAWING_TOO_LARGE,
        NAME_DIFFERS,
        REASON_MISSING,
        CODE_WRONG,
        CODE_EXPIRED,
        CODE_TRIES,
        CODE_TOO_SOON,
        CODE_TOO_MANY,
        CODE_NO_NUMBER,
        /** No time stamp can be had now. */
        TIMESTAMP_AWAY
    }
}
