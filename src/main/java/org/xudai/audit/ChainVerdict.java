package org.xudai.audit;

/**
 * Result of checking one chain.
 *
 * @param chain name of the chain: the case number, or {@code book}
 * @param entries how many entries were read
 * @param erased how many of them had something personal beside them that was erased since; the chain holds all the same
 * @param brokenAt position of the first entry that does not fit, 0 where all fit
 * @param problem stable code: {@code NONE}, {@code GAP}, {@code HASH_DIFFERS}, {@code PREVIOUS_DIFFERS},
 *     {@code PAYLOAD_DIFFERS}
 */
public record ChainVerdict(String chain, long entries, long erased, long brokenAt, String problem) {

    public boolean holds() {
        return brokenAt == 0;
    }
}
