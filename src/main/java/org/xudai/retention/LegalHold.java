package org.xudai.retention;

import java.time.Instant;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/**
 * A legal hold (司法保全): as long as it stands nothing of the case is erased, whatever its clock says.
 *
 * @param caseNumber the case
 * @param reason why, as it was entered
 * @param by who placed it
 * @param at when
 */
public record LegalHold(CaseNumber caseNumber, String reason, StaffId by, Instant at) {}
