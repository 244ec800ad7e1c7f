package org.xudai.access;

import org.springframework.stereotype.Component;
import org.xudai.kernel.BranchCode;

/** Who may do what where: the role by the table of {@link Act}, the branch by where he works and whom that covers. */
@Component
public class Rights {

    private final Branches branches;

    Rights(Branches branches) {
        this.branches = branches;
    }

    /** Whether his role has the right and reaches a branch. */
    public boolean may(StaffMember member, Act act, BranchCode branch) {
        return act.allowedTo(member)
                && switch (act.reach()) {
                    case BRANCHES -> branches.scopeOf(member).covers(branch);
                    case BANK -> true;
                    case NOWHERE -> false;
                };
    }
}
