package org.xudai.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.StaffId;

/**
 * A member of staff.
 *
 * @param id sign-in name
 * @param name as shown
 * @param employeeNumber number in the loan book (客户经理工号), e.g. {@code M02011}
 * @param roles what he may do
 * @param branch where he works
 * @param allBranches whether he acts for every branch
 * @param phone office phone, shown to borrowers
 * @param email office mail
 * @param enabled whether he may sign in
 */
public record StaffMember(
        StaffId id,
        String name,
        @Nullable String employeeNumber,
        Set<Role> roles,
        BranchCode branch,
        boolean allBranches,
        String phone,
        @Nullable String email,
        boolean enabled) {

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
