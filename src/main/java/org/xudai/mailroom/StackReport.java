package org.xudai.mailroom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.StaffId;

/**
 * What became of a stack of scans, also while it is taken apart.
 *
 * @param branch the branch that handed it in
 * @param by who handed it in
 * @param fileName its name, for people
 * @param size bytes
 * @param sha256 hash of its bytes as received
 * @param pages how many pages it has; null until it was looked at
 * @param read how many of them are read
 * @param problem why it cannot be taken apart, a code; null where it can
 * @param counts how many pages are where, of those that the reader may see
 * @param filings what went to cases that the reader may see, by case and form
 * @param sheets pages that did not: in the tray, put aside, or not readable, by their place in the stack
 * @param elsewhere places in the stack of pages that went to people or cases of branches the reader may not see
 */
public record StackReport(
        UUID id,
        BranchCode branch,
        StaffId by,
        String fileName,
        long size,
        Sha256 sha256,
        Instant receivedAt,
        StackState state,
        @Nullable Integer pages,
        int read,
        @Nullable String problem,
        @Nullable Instant endedAt,
        Map<SheetState, Integer> counts,
        List<Filing> filings,
        List<Placed> sheets,
        List<Integer> elsewhere) {

    /**
     * Pages that make one document of a case.
     *
     * @param branch branch of the case
     * @param material line of the checklist
     * @param pages their places in the stack, from 1
     * @param twice whether the case had all of them before
     * @param byPerson whether a person assigned them
     */
    public record Filing(
            BranchCode branch,
            CaseNumber caseNumber,
            @Nullable MaterialCode material,
            @Nullable DocumentId document,
            List<Integer> pages,
            boolean twice,
            boolean byPerson) {}

    /**
     * A page that went to no case.
     *
     * @param page its place in the stack, from 1
     * @param reason why it is in the tray, or why it was discarded; a code
     */
    public record Placed(
            UUID id, int page, SheetState state, @Nullable String reason) {}

    /** How many pages are in a state. */
    public int count(SheetState state) {
        return counts.getOrDefault(state, 0);
    }

    /** How much of it is read, in percent; null until that can be told. */
    public @Nullable Integer percent() {
        return pages == null || pages == 0 ? null : 100 * read / pages;
    }
}
