package org.xudai.evidence;

import java.util.List;
import org.xudai.audit.Seal;
import org.xudai.audit.Signatures;

/**
 * Result of checking an evidence box with nothing but the box.
 *
 * @param caseNumber the case it says it is of; empty where it does not say
 * @param files files whose hash was compared
 * @param entries entries of the chain that were read
 * @param sealed how many of them are proven to be under a seal
 * @param seals the seals they are under
 * @param signatures by which certificates these are signed
 * @param problems what does not fit, empty where all fits
 */
record BoxVerdict(
        String caseNumber,
        int files,
        long entries,
        long sealed,
        List<Seal> seals,
        Signatures signatures,
        List<Problem> problems) {

    /**
     * Something that does not fit.
     *
     * @param code {@code NOT_A_BOX SUMS_MISSING FILE_MISSING FILE_DIFFERS FILE_UNLISTED DOCUMENT_UNRECORDED
     *     DECISION_UNRECORDED}, or a problem of the chain or of the seals
     * @param where the file, or the position in the chain, or the number of the seal
     */
    record Problem(String code, String where) {}

    static BoxVerdict nothing(List<Problem> problems) {
        return new BoxVerdict("", 0, 0, 0, List.of(), Signatures.NONE, problems);
    }

    boolean holds() {
        return problems.isEmpty();
    }
}
