package org.xudai.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.Act;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.Role;
import org.xudai.access.StaffAdministration;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.StaffId;
import org.xudai.web.ProblemException;

/** The staff: who works here, in which roles, for which branch. Administrators change it, auditors read it. */
@Controller
class DeskStaff {

    private static final int ROWS = 25;
    private static final int LAST_PAGE = 100;

    private final DeskDoor door;
    private final StaffAdministration staff;
    private final StaffDirectory directory;
    private final Branches branches;

    DeskStaff(DeskDoor door, StaffAdministration staff, StaffDirectory directory, Branches branches) {
        this.door = door;
        this.staff = staff;
        this.directory = directory;
        this.branches = branches;
    }

    @GetMapping("/desk/staff")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        door.require(Act.READ_STAFF);
        model.addAttribute("found", staff.search(q, Math.max(0, Math.min(page, LAST_PAGE)), ROWS));
        model.addAttribute("branchNames", branchNames());
        model.addAttribute("q", q);
        return "desk/staff";
    }

    @GetMapping("/desk/staff/new")
    String add(Model model) {
        door.require(Act.KEEP_STAFF);
        return form(StaffEntry.empty(), true, List.of(), model);
    }

    @GetMapping("/desk/staff/{id}")
    String show(@PathVariable String id, Model model) {
        door.require(Act.KEEP_STAFF);
        return form(StaffEntry.of(member(id)), false, List.of(), model);
    }

    @PostMapping("/desk/staff/new")
    String register(@ModelAttribute("entry") StaffEntry entry, Model model) {
        door.require(Act.KEEP_STAFF);
        boolean taken = entry.unreadable().isEmpty()
                && directory.find(entry.member().id()).isPresent();
        return taken
                ? form(entry, true, List.of(new FieldProblem("id", "staff-id-taken", "")), model)
                : save(entry, true, model);
    }

    @PostMapping("/desk/staff/{id}")
    String change(@PathVariable String id, @ModelAttribute("entry") StaffEntry entry, Model model) {
        door.require(Act.KEEP_STAFF);
        member(id);
        return save(entry, false, model);
    }

    @PostMapping("/desk/staff/{id}/password")
    String resetPassword(@PathVariable String id, Model model) {
        door.require(Act.KEEP_STAFF);
        StaffMember member = member(id);
        model.addAttribute(
                "firstPassword", staff.resetPassword(member.id(), door.staff()).orElseThrow());
        return form(StaffEntry.of(member), false, List.of(), model);
    }

    private String save(StaffEntry entry, boolean fresh, Model model) {
        List<FieldProblem> unreadable = entry.unreadable();
        if (!unreadable.isEmpty()) {
            return form(entry, fresh, unreadable, model);
        }
        StaffAdministration.Saving saving = staff.save(entry.member(), door.staff());
        if (saving instanceof StaffAdministration.Refused refused) {
            return form(entry, fresh, refused.problems(), model);
        }
        if (saving instanceof StaffAdministration.Saved saved) {
            model.addAttribute("firstPassword", saved.firstPassword());
        }
        model.addAttribute("saved", true);
        return form(entry, false, List.of(), model);
    }

    private String form(StaffEntry entry, boolean fresh, List<FieldProblem> problems, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("fresh", fresh);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "wrong",
                problems.stream().collect(Collectors.toMap(FieldProblem::field, FieldProblem::problem, (a, b) -> a)));
        model.addAttribute("roles", Role.values());
        model.addAttribute("branches", branches.all());
        return "desk/staff-member";
    }

    private StaffMember member(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[A-Za-z0-9._-]{2,64}"))
                .flatMap(text -> directory.find(new StaffId(text)))
                .orElseThrow(ProblemException::notFound);
    }

    private Map<String, String> branchNames() {
        return branches.all().stream()
                .collect(Collectors.toMap(branch -> branch.code().value(), Branch::name));
    }
}
