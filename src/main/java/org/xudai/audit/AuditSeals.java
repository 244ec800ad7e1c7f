package org.xudai.audit;

import java.util.Collection;
import java.util.List;
import org.xudai.kernel.CaseNumber;

/** The seals over all chains: one Merkle root for what was recorded each minute, each seal naming the one before. */
public interface AuditSeals {

    /** Seals at once what is committed and not sealed yet, in a transaction of its own. */
    void sealNow();

    /** A proof for each entry of a case that is under a seal, by position; an entry without one was written since. */
    List<InclusionProof> proofsOf(CaseNumber caseNumber);

    /** The seals of these numbers, by number; what does not exist is left out. */
    List<Seal> find(Collection<Long> numbers);

    /** Checks all seals, and that every entry of every chain is under one or waits for one. */
    SealVerdict verifyAll();

    /** Checks the seals that the entries of a chain are under, and that each entry is under one or waits for one. */
    SealVerdict verifyChain(String chain);
}
