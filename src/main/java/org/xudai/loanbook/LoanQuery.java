package org.xudai.loanbook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xudai.access.BranchScope;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.PageKey;

/**
 * What to look for in the loan book.
 *
 * @param scope branches the caller may see
 * @param branch only this branch
 * @param maturingBefore only loans maturing before this day
 * @param text part of a firm’s or person’s name, the beginning or end of a loan number, a phone or its last four digits, an ID
 *     number, a credit code
 * @param page from 0
 * @param size 1 to 200
 * @param after where the page before ended (maturity, loan number); goes before {@code page}
 */
public record LoanQuery(
        BranchScope scope,
        @Nullable BranchCode branch,
        @Nullable LocalDate maturingBefore,
        @Nullable String text,
        int page,
        int size,
        @Nullable PageKey after) {

    /** A page by its number. */
    public LoanQuery(
            BranchScope scope,
            @Nullable BranchCode branch,
            @Nullable LocalDate maturingBefore,
            @Nullable String text,
            int page,
            int size) {
        this(scope, branch, maturingBefore, text, page, size, null);
    }
}
