package org.xudai.evidence;

import java.util.List;

/**
 * Result of checking an evidence box with nothing but the box.
 *
 * @param caseNumber the case it says it is of; empty where it does not say
 * @param files files whose hash was compared
 * @param entries entries of the chain that were read
 * @param problems what does not fit, empty where all fits
 */
record BoxVerdict(String caseNumber, int files, long entries, List<Problem> problems) {

    /**
     * Something that does not fit.
     *
     * @param code {@code NOT_A_BOX SUMS_MISSING FILE_MISSING FILE_DIFFERS FILE_UNLISTED DOCUMENT_UNRECORDED
     *     DECISION_UNRECORDED}, or a problem of the chain
     * @param where the file, or the position in the chain
     */
    record Problem(String code, String where) {}

    boolean holds() {
        return problems.isEmpty();
    }
}
