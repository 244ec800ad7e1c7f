package org.xudai.signing;

import org.xudai.dossier.StoredFile;
import org.xudai.kernel.Sha256;

/**
 * A form with one more signature, sealed and stored, of no document yet.
 *
 * @param file where its bytes lie
 * @param bytes they themselves
 * @param before hash of the bytes it was made from, which are its beginning
 * @param level level of the seal, e.g. {@code PAdES-BASELINE-T}
 */
public record SealedPaper(StoredFile file, byte[] bytes, Sha256 before, String level) {

    public Sha256 after() {
        return file.sha256();
    }
}
