package org.xudai.audit;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.xudai.kernel.CaseNumber;

/** The seals over all chains: one Merkle root for what was recorded each minute, each seal naming the one before. */
public interface AuditSeals {

    /** A proof for each entry of a case that is under a seal, by position; an entry without one was written since. */
    List<InclusionProof> proofsOf(CaseNumber caseNumber);

    /** The seals of these numbers, by number; what does not exist is left out. */
    List<Seal> find(Collection<Long> numbers);

    /** The signatures under these seals, by number; what is not signed is left out. */
    List<SealSignature> signaturesOf(Collection<Long> numbers);

    /**
     * Checks all seals and their signatures, and that every entry of every chain is under one or waits for one.
     *
     * @param trusted certificates one of which has to vouch for each that signed; none believes each on its own word
     */
    SealVerdict verifyAll(List<X509Certificate> trusted);

    /** As {@link #verifyAll}, of the seals that the entries of a chain are under. */
    SealVerdict verifyChain(String chain, List<X509Certificate> trusted);
}
