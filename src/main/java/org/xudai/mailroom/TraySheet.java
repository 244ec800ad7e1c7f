package org.xudai.mailroom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;

/**
 * A page that waits for a person, or was put aside as blank.
 *
 * @param stack the stack it came in
 * @param page its place there, from 1
 * @param branch whose people assign it
 * @param reason why it waits; null where it was put aside as blank
 * @param caseNumber the case that its code names, where it does
 * @param form the form that its code names, where it does
 * @param dueOn the day of that case's hard stop, or of its earliest maturity where none is planned yet; null where no case under
 *     way is named
 * @param turned how people see it turned, clockwise: 0, 90, 180 or 270 degrees
 * @param receivedAt when its stack came
 */
public record TraySheet(
        UUID id,
        UUID stack,
        int page,
        BranchCode branch,
        @Nullable TrayReason reason,
        @Nullable CaseNumber caseNumber,
        @Nullable MaterialCode form,
        @Nullable LocalDate dueOn,
        int turned,
        Instant receivedAt) {}
