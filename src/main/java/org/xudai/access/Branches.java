package org.xudai.access;

import java.util.List;
import java.util.Optional;
import org.xudai.kernel.BranchCode;

/** The branches and who covers whom. */
public interface Branches {

    Optional<Branch> find(BranchCode code);

    List<Branch> all();

    /** What a member of staff may see: his branch and those it covers, or all. */
    BranchScope scopeOf(StaffMember member);

    /** Adds a branch or replaces its data. */
    void save(Branch branch);
}
