package org.xudai.access;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;

/** Keeps staff and branches, and records each change in its transaction. */
@Service
class StaffRegister implements StaffAdministration {

    /** Without letters and digits that look alike: a first password is read out or copied by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final int PASSWORD_MAXIMUM = 72;

    private final StaffTable staff;
    private final Branches branches;
    private final StaffRules rules;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    StaffRegister(
            StaffTable staff,
            Branches branches,
            StaffRules rules,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.branches = branches;
        this.rules = rules;
        this.passwords = passwords;
        this.events = events;
    }

    @Override
    public Slice<StaffMember> search(String text, int page, int size) {
        return staff.search(text.strip(), page, size);
    }

    @Override
    @Transactional
    public Saving save(StaffMember member, StaffMember by) {
        List<FieldProblem> problems = rules.problems(member, by);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        Optional<StaffMember> before = staff.find(member.id());
        String first = before.isPresent() ? "" : firstPassword();
        if (before.isPresent()) {
            staff.save(member, staff.passwordHash(member.id()).orElseThrow());
        } else {
            staff.save(member, passwords.encode(first));
            staff.setPasswordToChange(member.id(), true);
        }
        Map<String, String> facts = new TreeMap<>(Map.of(
                "staff", member.id().value(),
                "roles", new TreeSet<>(member.roles()).toString(),
                "branch", member.branch().value(),
                "allBranches", Boolean.toString(member.allBranches()),
                "enabled", Boolean.toString(member.enabled())));
        before.ifPresent(old -> facts.put("rolesBefore", new TreeSet<>(old.roles()).toString()));
        record(before.isPresent() ? "access.staff-changed" : "access.staff-added", by, facts, personal(member));
        return new Saved(first);
    }

    @Override
    @Transactional
    public Optional<String> resetPassword(StaffId id, StaffMember by) {
        Optional<StaffMember> found = staff.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String first = firstPassword();
        staff.setPassword(id, passwords.encode(first));
        staff.setPasswordToChange(id, true);
        record("access.password-reset", by, Map.of("staff", id.value()), Map.of());
        return Optional.of(first);
    }

    @Override
    @Transactional
    public List<FieldProblem> changePassword(StaffId id, String old, String next) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<StaffMember> member = staff.find(id).filter(StaffMember::enabled);
        if (member.isEmpty() || !passwords.matches(old, staff.passwordHash(id).orElseThrow())) {
            problems.add(new FieldProblem("old", "password-old-wrong", ""));
        }
        if (next.length() < PASSWORD_MINIMUM || next.length() > PASSWORD_MAXIMUM) {
            problems.add(new FieldProblem("next", "password-length", ""));
        } else if (next.equals(old) || next.contains(id.value())) {
            problems.add(new FieldProblem("next", "password-same", ""));
        }
        if (problems.isEmpty()) {
            staff.setPassword(id, passwords.encode(next));
            staff.setPasswordToChange(id, false);
            record("access.password-changed", member.orElseThrow(), Map.of("staff", id.value()), Map.of());
        }
        return problems;
    }

    @Override
    @Transactional
    public List<FieldProblem> save(Branch branch, StaffMember by) {
        List<FieldProblem> problems = rules.problems(branch);
        if (problems.isEmpty()) {
            branches.save(branch);
            BranchCode cover = branch.coveredBy();
            record(
                    "access.branch-changed",
                    by,
                    Map.of("branch", branch.code().value(), "coveredBy", cover == null ? "" : cover.value()),
                    Map.of());
        }
        return problems;
    }

    @Override
    public long staffOf(BranchCode branch) {
        return staff.countOf(branch);
    }

    private void record(String act, StaffMember by, Map<String, String> facts, Map<String, String> personal) {
        events.publishEvent(new StaffChanged(act, Actor.staff(by.id()), facts, personal));
    }

    private static Map<String, String> personal(StaffMember member) {
        String number = member.employeeNumber();
        String email = member.email();
        return Map.of(
                "name",
                member.name(),
                "phone",
                member.phone(),
                "email",
                email == null ? "" : email,
                "employeeNumber",
                number == null ? "" : number);
    }

    private String firstPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
