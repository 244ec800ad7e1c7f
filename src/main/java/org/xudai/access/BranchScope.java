package org.xudai.access;

import java.util.Set;
import org.xudai.kernel.BranchCode;

/**
 * The branches whose cases somebody may see.
 *
 * @param all whether every branch
 * @param codes else these: his own and those his own covers
 */
public record BranchScope(boolean all, Set<BranchCode> codes) {

    /** Every branch. */
    public static final BranchScope EVERY = new BranchScope(true, Set.of());

    public boolean covers(BranchCode branch) {
        return all || codes.contains(branch);
    }
}
