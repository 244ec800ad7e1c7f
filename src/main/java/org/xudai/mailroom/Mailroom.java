package org.xudai.mailroom;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xudai.access.BranchScope;
import org.xudai.access.StaffMember;
import org.xudai.dossier.Bytes;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Slice;

/**
 * Stacks of scans: PDF or TIFF of many pages, papers of several borrowers mixed. A stack is kept as it came; its pages are
 * taken out in the background, one stack at a time on a node, and whichever node goes on with it begins behind the last page
 * that was read. Pages go to their cases by the codes on them, the pages of one form of one case as one document; all others
 * wait in the tray of a branch. Who may do this where is asked by the doors.
 */
public interface Mailroom {

    /**
     * Takes a stack, whose bytes are stored before it is acknowledged.
     *
     * @param size bytes, as its door has counted them: one that is too large is refused before any of it is stored
     * @throws org.xudai.dossier.FileTooLarge where it is over {@code xudai.mailroom.max-size}; nothing is kept
     * @throws IOException where the sender stops in the middle; nothing is kept
     * @throws org.xudai.dossier.ObjectStoreUnavailable where the store cannot be reached; nothing was received
     */
    Taken take(Bytes stack, long size, StaffMember by) throws IOException;

    /**
     * A stack that was taken.
     *
     * @param id where its report is found
     * @param before whether the branch had handed in the same bytes before: nothing is doubled
     */
    record Taken(UUID id, boolean before) {}

    /**
     * The report of a stack, also of one that is under way.
     *
     * @param scope what the reader may see
     */
    Optional<StackReport> report(UUID stack, BranchScope scope);

    /** The latest stacks of some branches, newest first, without their pages. */
    List<StackReport> latest(BranchScope scope, int most);

    /**
     * Stops a stack before any of its pages went anywhere.
     *
     * @return false where it has ended or its pages are on their way
     */
    boolean stop(UUID stack, StaffMember by);

    /**
     * Pages that wait for people of some branches: first those of cases under way, by the day on which these have to be decided,
     * then all others, oldest first.
     */
    Slice<TraySheet> tray(BranchScope scope, int page, int size);

    /** How many pages wait for people of some branches. */
    long waiting(BranchScope scope);

    /** A page that waits, or one that was put aside as blank. */
    Optional<TraySheet> waiting(UUID sheet);

    /**
     * Turns a page that waits, or one that was put aside, for everybody who looks at it there.
     *
     * @return false where it does not wait any more
     */
    boolean turn(UUID sheet, Turn turn);

    /** What people see of a page that waits or was put aside, a PNG. */
    Optional<InputStream> picture(UUID sheet) throws IOException;

    /** The bytes of a stack as received. */
    Optional<InputStream> content(UUID stack) throws IOException;

    /**
     * Makes one document of a case out of pages that wait, in the order given.
     *
     * @throws IOException where a page cannot be read; nothing was assigned
     */
    Assigning assign(List<UUID> sheets, CaseNumber caseNumber, MaterialCode material, StaffMember by)
            throws IOException;

    /** Answer to {@link #assign}. */
    sealed interface Assigning {
        /** Assigned. */
        record Assigned(DocumentId document) implements Assigning {}

        /** A page does not wait any more: somebody was faster. */
        record NotWaiting() implements Assigning {}

        /** The case has ended, or its checklist has no such line. */
        record NotTaken() implements Assigning {}
    }

    /**
     * Puts pages that wait aside for good.
     *
     * @param note what else is to be said; kept beside the record
     * @return false where a page does not wait any more; then nothing is put aside
     */
    boolean discard(List<UUID> sheets, DiscardReason reason, String note, StaffMember by);
}
