package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.Act;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.Role;
import org.xudai.access.StaffAdministration;
import org.xudai.access.StaffMember;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.StaffId;
import org.xudai.web.ProblemException;

/** Staff and branches, for a bank that keeps them in a system of its own. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Staff")
class StaffController {

    private final CaseDoor door;
    private final StaffAdministration staff;
    private final Branches branches;

    StaffController(CaseDoor door, StaffAdministration staff, Branches branches) {
        this.door = door;
        this.staff = staff;
        this.branches = branches;
    }

    /**
     * A person of the staff, as given and taken.
     *
     * @param id sign-in name; left out in a body, the address says it
     * @param roles names of roles
     */
    record Person(
            @Nullable String id,
            @Nullable String name,
            @Nullable String employeeNumber,
            @Nullable List<String> roles,
            @Nullable String branch,
            boolean allBranches,
            @Nullable String phone,
            @Nullable String email,
            boolean enabled) {

        static Person of(StaffMember member) {
            return new Person(
                    member.id().value(),
                    member.name(),
                    member.employeeNumber(),
                    member.roles().stream().map(Role::name).sorted().toList(),
                    member.branch().value(),
                    member.allBranches(),
                    member.phone(),
                    member.email(),
                    member.enabled());
        }
    }

    /**
     * What became of saving a person.
     *
     * @param firstPassword the first password of a new person, shown this once
     */
    record SavedPerson(String id, @Nullable String firstPassword) {}

    /** A branch, as given and taken. */
    record BranchAnswer(
            @Nullable String code,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String coveredBy) {

        static BranchAnswer of(Branch branch) {
            BranchCode cover = branch.coveredBy();
            return new BranchAnswer(
                    branch.code().value(),
                    branch.name(),
                    branch.phone(),
                    branch.address(),
                    cover == null ? null : cover.value());
        }
    }

    @Operation(summary = "People of the staff, by name; for process administrators and auditors")
    @GetMapping("/staff")
    ListAnswer<Person> list(
            @Parameter(description = "part of a sign-in name, a name or an employee number")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(description = "number of the page, from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "rows a page, 200 at most") @RequestParam(defaultValue = "50") int size) {
        door.require(Act.READ_STAFF);
        return ListAnswer.of(staff.search(q, Parameters.page(page), Parameters.size(size)), Person::of);
    }

    @Operation(summary = "Adds a person or replaces what is known of him; a new person gets a first password")
    @PutMapping("/staff/{id}")
    SavedPerson save(@Parameter(description = "sign-in name") @PathVariable String id, @RequestBody Person body) {
        StaffMember me = door.require(Act.KEEP_STAFF);
        StaffAdministration.Saving saving = staff.save(member(id, body), me);
        if (saving instanceof StaffAdministration.Refused refused) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid").with(refused.problems());
        }
        String first = saving instanceof StaffAdministration.Saved saved ? saved.firstPassword() : "";
        return new SavedPerson(id, first.isEmpty() ? null : first);
    }

    @Operation(summary = "The branches and which one covers for which")
    @GetMapping("/branches")
    ListAnswer<BranchAnswer> branches() {
        door.require(Act.LIST_BRANCHES);
        List<BranchAnswer> all = branches.all().stream().map(BranchAnswer::of).toList();
        return new ListAnswer<>(all, all.size(), true, 0, all.size(), null);
    }

    @Operation(summary = "Adds a branch or replaces what is known of it; for process administrators")
    @PutMapping("/branches/{code}")
    BranchAnswer save(
            @Parameter(description = "code of the branch") @PathVariable String code, @RequestBody BranchAnswer body) {
        StaffMember me = door.require(Act.KEEP_BRANCHES);
        Branch branch = new Branch(
                branch("code", code),
                blankAsEmpty(body.name()),
                blankAsEmpty(body.phone()),
                blankAsEmpty(body.address()),
                body.coveredBy() == null || body.coveredBy().isBlank() ? null : branch("coveredBy", body.coveredBy()));
        List<FieldProblem> problems = staff.save(branch, me);
        if (!problems.isEmpty()) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid").with(problems);
        }
        return BranchAnswer.of(branch);
    }

    private static StaffMember member(String id, Person body) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : body.roles() == null ? List.<String>of() : body.roles()) {
            Role known = Parameters.choice(Role.class, "roles", role);
            if (known != null) {
                roles.add(known);
            }
        }
        StaffId staffId;
        try {
            staffId = new StaffId(id);
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("id", id);
        }
        return new StaffMember(
                staffId,
                blankAsEmpty(body.name()),
                blankAsNull(body.employeeNumber()),
                Set.copyOf(roles),
                branch("branch", body.branch()),
                body.allBranches(),
                blankAsEmpty(body.phone()),
                blankAsNull(body.email()),
                body.enabled());
    }

    private static BranchCode branch(String field, @Nullable String code) {
        String typed = blankAsEmpty(code);
        try {
            return new BranchCode(typed);
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid(field, typed);
        }
    }

    private static String blankAsEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
