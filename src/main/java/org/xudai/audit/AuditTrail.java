package org.xudai.audit;

import java.util.List;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** The record of a case, to read and to verify. Writing happens by publishing an {@link Auditable} event. */
public interface AuditTrail {

    /** All entries of a case, oldest first. */
    List<AuditEntry> entriesOf(CaseNumber caseNumber);

    /** The chain of a case as it is hashed, oldest first: what a stranger needs to check it. */
    List<ChainLine> linesOf(CaseNumber caseNumber);

    /**
     * A line of a chain.
     *
     * @param canonical the entry in its canonical form (sorted keys, no blanks), with the hash of the one before
     * @param hash SHA-256 of the canonical form in UTF-8
     */
    record ChainLine(String canonical, Sha256 hash) {}

    /**
     * The end of a chain.
     *
     * @param entries how many entries it has
     * @param hash hash of the last one
     */
    record Head(long entries, Sha256 hash) {}

    /** The end of the chain of a case, held there until the caller's transaction ends or writes the next entry. */
    Head holdHead(CaseNumber caseNumber);

    /** Checks the chain of a case. */
    ChainVerdict verify(CaseNumber caseNumber);

    /** Names of all chains: case numbers, and {@code book} for acts that belong to no case. */
    List<String> chains();

    /** Checks a chain by its name; one that does not exist has no entries and holds. */
    ChainVerdict verifyChain(String chain);

    /**
     * Where what lay beside entries of a chain is gone and no later entry of the chain says that it was erased: somebody took
     * it away. The chain holds all the same.
     *
     * @return positions of these entries, oldest first, a hundred at the most
     */
    List<Long> unexplained(String chain);

    /** Checks every chain; broken ones only, empty where all hold. */
    List<ChainVerdict> verifyAll();
}
