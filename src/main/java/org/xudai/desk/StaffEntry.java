package org.xudai.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.access.Role;
import org.xudai.access.StaffMember;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.StaffId;

/** A person of the staff as typed on the page, before anybody checked it. A box that is not ticked sends nothing. */
record StaffEntry(
        String id,
        String name,
        @Nullable String employeeNumber,
        @Nullable List<String> roles,
        String branch,
        @Nullable Boolean allBranches,
        String phone,
        @Nullable String email,
        @Nullable Boolean enabled) {

    static StaffEntry empty() {
        return new StaffEntry("", "", null, List.of(), "", false, "", null, true);
    }

    static StaffEntry of(StaffMember member) {
        return new StaffEntry(
                member.id().value(),
                member.name(),
                member.employeeNumber(),
                member.roles().stream().map(Role::name).toList(),
                member.branch().value(),
                member.allBranches(),
                member.phone(),
                member.email(),
                member.enabled());
    }

    boolean holds(Role role) {
        return roles != null && roles.contains(role.name());
    }

    /** What has no form that could be checked further. */
    List<FieldProblem> unreadable() {
        List<FieldProblem> problems = new ArrayList<>();
        try {
            new StaffId(id.strip());
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem("id", "staff-id-wrong", ""));
        }
        try {
            new BranchCode(branch.strip());
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem("branch", "choice-unknown", ""));
        }
        return problems;
    }

    StaffMember member() {
        Set<Role> held = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (holds(role)) {
                held.add(role);
            }
        }
        return new StaffMember(
                new StaffId(id.strip()),
                name.strip(),
                blankAsNull(employeeNumber),
                Set.copyOf(held),
                new BranchCode(branch.strip()),
                Boolean.TRUE.equals(allBranches),
                phone.strip(),
                blankAsNull(email),
                Boolean.TRUE.equals(enabled));
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
