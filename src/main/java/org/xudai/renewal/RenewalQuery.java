package org.xudai.renewal;

import org.jspecify.annotations.Nullable;
import org.xudai.access.BranchScope;
import org.xudai.kernel.BranchCode;

/**
 * What cases to list.
 *
 * @param scope branches the caller may see
 * @param state only this state
 * @param branch only this branch
 * @param text part of the firm's name, case or loan number
 * @param page from 0
 * @param size 1 to 200
 */
public record RenewalQuery(
        BranchScope scope,
        @Nullable CaseState state,
        @Nullable BranchCode branch,
        @Nullable String text,
        int page,
        int size) {}
