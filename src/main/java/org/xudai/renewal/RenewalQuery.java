package org.xudai.renewal;

import org.jspecify.annotations.Nullable;
import org.xudai.access.BranchScope;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.PageKey;

/**
 * What cases to list.
 *
 * @param scope branches the caller may see
 * @param state only this state
 * @param branch only this branch
 * @param text part of the firm's name, case or loan number
 * @param page from 0
 * @param size 1 to 200
 * @param after where the page before ended (opening, case number); goes before {@code page}
 */
public record RenewalQuery(
        BranchScope scope,
        @Nullable CaseState state,
        @Nullable BranchCode branch,
        @Nullable String text,
        int page,
        int size,
        @Nullable PageKey after) {

    /** A page by its number. */
    public RenewalQuery(
            BranchScope scope,
            @Nullable CaseState state,
            @Nullable BranchCode branch,
            @Nullable String text,
            int page,
            int size) {
        this(scope, state, branch, text, page, size, null);
    }
}
