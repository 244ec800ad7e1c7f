package org.xudai.review;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.StaffId;

/** A worklist row with what only the rules need. */
record WorkRow(
        WorkItem item,
        int round,
        StaffId lead,
        Set<StaffId> importers,
        @Nullable Instant closedAt,
        boolean completed) {

    boolean open() {
        return closedAt == null;
    }
}
