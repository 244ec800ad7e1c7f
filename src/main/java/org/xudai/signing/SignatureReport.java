package org.xudai.signing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the validation of a PDF's certificate signatures found. It is kept with the document.
 *
 * @param verdict what it comes to
 * @param problems codes of what is wrong with the file as a whole
 * @param remarks what a person should know of a file that is intact
 * @param signatures the signatures, in the order of the file
 * @param beginsAsIssued whether the file begins with the bytes the bank issued, so that what was signed is that form
 */
public record SignatureReport(
        Verdict verdict,
        List<Problem> problems,
        List<Remark> remarks,
        List<Signature> signatures,
        boolean beginsAsIssued) {

    /** What it comes to. */
    public enum Verdict {
        /** There is no signature. */
        NOT_SIGNED,
        /** Something was altered, is not covered, or cannot be verified. */
        BROKEN,
        /** Nothing was altered; who signed is not known. */
        UNKNOWN_SIGNER,
        /** Nothing was altered, and everybody who signed is known. */
        TRUSTED
    }

    /** What is wrong with a file. */
    public enum Problem {
        /** A signature, or what it is packed in, cannot be read. */
        UNREADABLE,
        /** The signed bytes do not give the signed hash, or were not signed with the key. */
        ALTERED,
        /** Something was added or exchanged after signing that is no other signature and no validation data. */
        CHANGED_LATER,
        /** A signature does not cover all of the file. */
        NOT_COVERED,
        /** What is left out of a signature is not only the signature itself. */
        GAP,
        /** There are not as many signatures as there have to be. */
        COUNT,
        /** It is none of the forms that a PDF's signature may have (ETSI EN 319 142-1). */
        FORM
    }

    /** What is allowed, and a reason to look: such a file never counts as signed by somebody known. */
    public enum Remark {
        /** Fields lie over one another: one could hide another. */
        OVERLAP,
        /** A later signer filled in a field, which shows on a page. */
        FILLED_LATER
    }

    /**
     * A signature.
     *
     * @param signer common name of the certificate
     * @param level e.g. {@code PAdES-BASELINE-T}
     * @param signedAt when, as the signer says
     * @param stampedAt when, as a time stamp says
     * @param indication e.g. {@code TOTAL_PASSED} (ETSI EN 319 102-1)
     * @param why the reason of the indication, where it is another one
     * @param bank whether it is the bank's own seal
     * @param messages what was found, in words of the validation
     */
    public record Signature(
            String signer,
            String level,
            @Nullable Instant signedAt,
            @Nullable Instant stampedAt,
            String indication,
            @Nullable String why,
            boolean bank,
            List<String> messages) {}

    static SignatureReport unsigned() {
        return new SignatureReport(Verdict.NOT_SIGNED, List.of(), List.of(), List.of(), false);
    }

    static SignatureReport unreadable() {
        return new SignatureReport(Verdict.BROKEN, List.of(Problem.UNREADABLE), List.of(), List.of(), false);
    }

    /** Whether nothing was altered, whoever signed. */
    @JsonIgnore
    public boolean isIntact() {
        return verdict == Verdict.UNKNOWN_SIGNER || verdict == Verdict.TRUSTED;
    }
}
