package org.xudai.mailroom;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.dossier.ShelvedObject;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;

/**
 * A page of a stack.
 *
 * @param page its place in the stack, from 1
 * @param state where it is
 * @param reason a code that says more of its state
 * @param branch whose case it went to, or whose people assign it
 * @param contentType of its picture
 * @param picture the page at full size, on the stack's shelf; null where it cannot be read or is in a case
 * @param preview the page as people look at it, likewise
 * @param target what its code names
 * @param document the document it is in
 * @param turned how people see it turned, clockwise: 0, 90, 180 or 270 degrees
 * @param byPerson whether a person said where it belongs
 */
record StackSheet(
        UUID id,
        UUID stack,
        int page,
        SheetState state,
        @Nullable String reason,
        BranchCode branch,
        @Nullable String contentType,
        @Nullable ShelvedObject picture,
        @Nullable ShelvedObject preview,
        @Nullable Target target,
        @Nullable DocumentId document,
        int turned,
        boolean byPerson) {

    /**
     * The page of an issued form that a genuine code names.
     *
     * @param version version of the form; 0 where a person named the case
     * @param page number of the page on the form, from 1; 0 where a person named the case
     */
    record Target(CaseNumber caseNumber, MaterialCode form, int version, int page) {}
}
