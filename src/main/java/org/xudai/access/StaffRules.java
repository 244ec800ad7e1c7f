package org.xudai.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.FieldProblem;

/** What may be said of a person or a branch. */
@Component
class StaffRules {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,23}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern EMPLOYEE_NUMBER = Pattern.compile("[0-9A-Za-z-]{1,20}");

    private final StaffDirectory staff;
    private final Branches branches;

    StaffRules(StaffDirectory staff, Branches branches) {
        this.staff = staff;
        this.branches = branches;
    }

    List<FieldProblem> problems(StaffMember member, StaffMember by) {
        List<FieldProblem> problems = new ArrayList<>();
        text("name", member.name()).ifPresent(problems::add);
        if (branches.find(member.branch()).isEmpty()) {
            problems.add(
                    new FieldProblem("branch", "branch-unknown", member.branch().value()));
        }
        phone(member.phone()).ifPresent(problems::add);
        String email = member.email();
        if (email != null && !MAIL.matcher(email).matches()) {
            problems.add(new FieldProblem("email", "mail-wrong", ""));
        }
        employeeNumber(member).ifPresent(problems::add);
        roles(member, by).ifPresent(problems::add);
        return problems;
    }

    List<FieldProblem> problems(Branch branch) {
        List<FieldProblem> problems = new ArrayList<>();
        text("name", branch.name()).ifPresent(problems::add);
        phone(branch.phone()).ifPresent(problems::add);
        BranchCode cover = branch.coveredBy();
        if (cover != null
                && (cover.equals(branch.code()) || branches.find(cover).isEmpty())) {
            problems.add(new FieldProblem("coveredBy", "cover-unknown", cover.value()));
        }
        return problems;
    }

    private Optional<FieldProblem> roles(StaffMember member, StaffMember by) {
        Set<Role> roles = member.roles();
        if (roles.isEmpty()) {
            return problem("roles", "roles-missing");
        }
        if (roles.contains(Role.PROCESS_ADMIN) && roles.size() > 1) {
            return problem("roles", "roles-admin-alone");
        }
        boolean himself = member.id().equals(by.id());
        return himself && (!roles.equals(by.roles()) || !member.enabled() || member.allBranches() != by.allBranches())
                ? problem("roles", "roles-own")
                : Optional.empty();
    }

    private Optional<FieldProblem> employeeNumber(StaffMember member) {
        String number = member.employeeNumber();
        if (number == null) {
            return Optional.empty();
        }
        if (!EMPLOYEE_NUMBER.matcher(number).matches()) {
            return problem("employeeNumber", "employee-number-wrong");
        }
        return staff.findByEmployeeNumber(number)
                .filter(other -> !other.id().equals(member.id()))
                .flatMap(other -> problem("employeeNumber", "employee-number-taken"));
    }

    private static Optional<FieldProblem> text(String field, String text) {
        if (text.isBlank()) {
            return problem(field, "missing");
        }
        return text.length() > StaffAdministration.NAME_LIMIT ? problem(field, "too-long") : Optional.empty();
    }

    private static Optional<FieldProblem> phone(String phone) {
        return PHONE.matcher(phone).matches() ? Optional.empty() : problem("phone", "phone-wrong");
    }

    private static Optional<FieldProblem> problem(String field, String code) {
        return Optional.of(new FieldProblem(field, code, ""));
    }
}
