package org.xudai.signing;

import java.time.Instant;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.Sha256;

/**
 * A signature made on the screen and confirmed by a one-time code.
 *
 * @param caseNumber the case
 * @param material the form
 * @param version the issued version that was signed
 * @param position the signer's place in the order, from 1
 * @param party who signed
 * @param mode how
 * @param document the document that holds the sealed bytes
 * @param consent version of the text he consented to, see {@link Consent}
 * @param code id of the one-time code
 * @param before hash of the bytes that were shown to him
 * @param after hash of the sealed bytes, of which those before are the beginning
 * @param signedAt when
 */
public record ScreenSignature(
        CaseNumber caseNumber,
        MaterialCode material,
        int version,
        int position,
        PartyId party,
        Mode mode,
        DocumentId document,
        int consent,
        long code,
        Sha256 before,
        Sha256 after,
        Instant signedAt) {

    /** How a signature came onto the page. */
    public enum Mode {
        /** Drawn with a finger, a pen or a mouse. */
        DRAWN,
        /** The name typed by somebody who cannot draw. */
        TYPED
    }
}
