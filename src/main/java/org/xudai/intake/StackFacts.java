package org.xudai.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a stack of scans is, before it is taken apart.
 *
 * @param problem code of why it cannot be, as of a finding; null where it can
 * @param pages how many pages it has; 0 where that cannot be told
 * @param signatures number of certificate signatures in it
 */
public record StackFacts(@Nullable String problem, int pages, int signatures) {

    /**
     * Whether it can be the answer of a worker that is still itself: a stack without a problem has pages, and no more than may
     * be.
     */
    boolean isPlausible(int mostPages) {
        return problem == null
                ? pages >= 1 && pages <= mostPages && signatures >= 0
                : InspectedFile.isCode(problem) && pages >= 0 && signatures >= 0;
    }

    static StackFacts refused(String problem) {
        return new StackFacts(problem, 0, 0);
    }
}
