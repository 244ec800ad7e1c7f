package org.xudai.access;

import java.util.List;
import java.util.Optional;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.StaffId;

/** The staff. */
public interface StaffDirectory {

    Optional<StaffMember> find(StaffId id);

    /** By the number the loan book names (客户经理工号). */
    Optional<StaffMember> findByEmployeeNumber(String number);

    /** Enabled people of a role who work for a branch (there, at the branch that covers it, or for all branches). */
    List<StaffMember> withRole(Role role, BranchCode branch);

    /** Adds somebody or replaces his data; a new role or a disabling ends his sessions. */
    void save(StaffMember member, String passwordHash);
}
