package org.xudai.mailroom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.dossier.ShelvedObject;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.StaffId;

/**
 * A stack of scans as it was handed in.
 *
 * @param object its bytes on the shelf of its id
 * @param pages how many pages it has; null until it was looked at
 * @param problem why it cannot be taken apart
 * @param cancelled whether somebody stopped it
 * @param tries how often nodes began with it since a page was last read
 */
record Stack(
        UUID id,
        BranchCode branch,
        StaffId by,
        String fileName,
        ShelvedObject object,
        Instant receivedAt,
        StackState state,
        @Nullable Integer pages,
        @Nullable String problem,
        boolean cancelled,
        int tries,
        @Nullable Instant endedAt) {

    /** One that was handed in and is to be taken apart. */
    static Stack taken(UUID id, StaffMember by, String fileName, ShelvedObject object, Instant at) {
        return new Stack(
                id, by.branch(), by.id(), fileName, object, at, StackState.RUNNING, null, null, false, 0, null);
    }

    Actor actor() {
        return Actor.staff(by);
    }
}
