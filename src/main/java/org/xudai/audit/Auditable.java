package org.xudai.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.CaseNumber;

/**
 * An act to be recorded. Modules publish their domain events through Spring's {@code ApplicationEventPublisher}; every
 * event that implements this is written to the chain in the same transaction, and where it cannot be written the act
 * does not happen.
 */
public interface Auditable {

    /** The case the act belongs to, or null for acts on the loan book, staff or settings. */
    @Nullable
    CaseNumber caseNumber();

    /** Stable code of the act, {@code <module>.<verb>}, e.g. {@code renewal.opened}; also its key in the bundle. */
    String act();

    /** Who did it. */
    Actor actor();

    /** Ids, codes, hashes, counts: what the chain keeps for ever. Never personal data. */
    default Map<String, String> facts() {
        return Map.of();
    }

    /** Personal payload (comments, addresses, old and new values): kept beside the chain, erasable. */
    default Map<String, String> personal() {
        return Map.of();
    }
}
