package org.xudai.audit;

import java.util.List;
import org.xudai.bankseal.SealCertificate;

/**
 * What was found of signatures under seals.
 *
 * @param good how many seals have a signature that fits
 * @param signers by which certificates, in the order of their first seal
 */
public record Signatures(long good, List<Signer> signers) {

    /** No signature at all. */
    public static final Signatures NONE = new Signatures(0, List.of());

    /**
     * A certificate that was believed.
     *
     * @param certificate the certificate
     * @param seals how many seals it checked
     * @param first the first of them
     * @param last the last of them
     * @param vouchedFor whether a trusted certificate that was given vouches for it; else it was believed on its own word
     */
    public record Signer(SealCertificate certificate, long seals, long first, long last, boolean vouchedFor) {}
}
