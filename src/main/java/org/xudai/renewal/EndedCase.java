package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;

/**
 * A case that has ended and was not erased.
 *
 * @param number case number
 * @param customerNumber customer number (客户号) of the borrower
 * @param branch branch of the loan
 * @param firm name of the borrower
 * @param state the end it came to
 * @param endedAt when it ended
 * @param settledOn since when nothing is owed on any of its loans, nor on those that took their place; null while something is
 */
public record EndedCase(
        CaseNumber number,
        String customerNumber,
        BranchCode branch,
        String firm,
        CaseState state,
        Instant endedAt,
        @Nullable LocalDate settledOn) {}
