package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.StaffId;

/**
 * A renewal case (续贷业务): the row without its lists.
 *
 * @param number case number, business key of its process
 * @param loans its loans, at least one
 * @param firm name of the borrower
 * @param branch branch of the loan
 * @param lead who opened it (主办)
 * @param state state
 * @param balance balance of its loans when opened
 * @param importers who imported its loans last; they may not approve
 * @param maturesOn earliest maturity
 * @param whitelistEnd end of the entry
 * @param readmission whether the entry had already ended (重新准入)
 * @param deadlines planned moments, null until planned
 * @param openedAt when opened
 * @param submittedAt when the borrower last submitted
 * @param endedAt when it ended
 * @param round round of collection, from 1
 * @param approved terms approved so far
 * @param erasedAt when what was known of it was erased; null while it is kept
 */
public record RenewalCase(
        CaseNumber number,
        List<LoanNumber> loans,
        String firm,
        BranchCode branch,
        StaffId lead,
        CaseState state,
        Money balance,
        Set<StaffId> importers,
        LocalDate maturesOn,
        @Nullable LocalDate whitelistEnd,
        boolean readmission,
        @Nullable Deadlines deadlines,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt,
        int round,
        @Nullable Terms approved,
        @Nullable Instant erasedAt) {}
