package org.xudai.review;

import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.PageKey;
import org.xudai.renewal.HumanTaskKind;

/**
 * What of the worklist to show.
 *
 * @param view which part
 * @param branch only this branch
 * @param kind only this kind of task
 * @param withinDays only cases whose hard stop is at most so many days off
 * @param page from 0
 * @param size 1 to 200
 * @param after where the page before ended (hard stop, opening, task id); goes before {@code page}
 */
public record WorkQuery(
        View view,
        @Nullable BranchCode branch,
        @Nullable HumanTaskKind kind,
        @Nullable Integer withinDays,
        int page,
        int size,
        @Nullable PageKey after) {

    /** A page by its number. */
    public WorkQuery(
            View view,
            @Nullable BranchCode branch,
            @Nullable HumanTaskKind kind,
            @Nullable Integer withinDays,
            int page,
            int size) {
        this(view, branch, kind, withinDays, page, size, null);
    }

    /** Parts of the list: all I can see, what I may do now, mine, what I may claim, my branch, covered branches. */
    public enum View {
        ALL,
        DOABLE,
        MINE,
        AVAILABLE,
        BRANCH,
        COVERED
    }
}
