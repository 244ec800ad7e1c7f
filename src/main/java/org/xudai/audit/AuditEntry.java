package org.xudai.audit;

import java.time.Instant;
import java.util.Map;
import org.xudai.kernel.Sha256;

/**
 * One entry of a chain.
 *
 * @param position 1 for the first entry of its chain
 * @param at when it was written
 * @param act stable code of the act
 * @param actor who did it
 * @param facts what the chain keeps
 * @param personal the payload beside the chain; empty once erased
 * @param hash hash of this entry, which includes the previous one's
 */
public record AuditEntry(
        long position,
        Instant at,
        String act,
        Actor actor,
        Map<String, String> facts,
        Map<String, String> personal,
        Sha256 hash) {}
