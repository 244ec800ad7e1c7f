package org.xudai.audit;

import java.util.List;

/**
 * Result of checking seals.
 *
 * @param seals how many seals were read
 * @param leaves how many entries are under them
 * @param waiting how many entries are not sealed yet
 * @param signatures by which certificates they are signed
 * @param problems what does not fit, at most one of a seal: the first; empty where all fits
 */
public record SealVerdict(long seals, long leaves, long waiting, Signatures signatures, List<Problem> problems) {

    /**
     * Something that does not fit.
     *
     * @param code {@code SEAL_MISSING SEAL_DIFFERS SEAL_PREVIOUS_DIFFERS ROOT_DIFFERS} of a seal;
     *     {@code SIGNATURE_MISSING} (from this seal on, though one before it is signed), {@code SIGNATURE_DIFFERS},
     *     {@code CERTIFICATE_MISSING CERTIFICATE_NOT_VALID CERTIFICATE_NOT_TRUSTED} of its signature, {@code NOT_SIGNED}
     *     (no seal is, and a certificate is trusted); {@code ENTRY_MISSING}
     *     (sealed or waiting for its seal, and gone), {@code ENTRY_DIFFERS} (another entry was sealed),
     *     {@code ENTRY_UNSEALED} (neither sealed nor waiting) of an entry
     * @param seal number of the seal, 0 where none is concerned
     * @param chain name of the chain, empty where no entry is concerned
     * @param position position of the entry in its chain, 0 where none is concerned
     */
    public record Problem(String code, long seal, String chain, long position) {

        static Problem of(String code, long seal) {
            return new Problem(code, seal, "", 0);
        }
    }

    public boolean holds() {
        return problems.isEmpty();
    }
}
