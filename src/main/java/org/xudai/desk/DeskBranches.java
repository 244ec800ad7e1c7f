package org.xudai.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.Act;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.StaffAdministration;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.FieldProblem;

/** The branches and which one covers for which. */
@Controller
class DeskBranches {

    private final DeskDoor door;
    private final StaffAdministration staff;
    private final Branches branches;

    DeskBranches(DeskDoor door, StaffAdministration staff, Branches branches) {
        this.door = door;
        this.staff = staff;
        this.branches = branches;
    }

    /** A branch as typed on the page. */
    record Entry(
            String code,
            String name,
            String phone,
            String address,
            @Nullable String coveredBy) {

        static final Entry EMPTY = new Entry("", "", "", "", "");

        static Entry of(Branch branch) {
            BranchCode cover = branch.coveredBy();
            return new Entry(
                    branch.code().value(),
                    branch.name(),
                    branch.phone(),
                    branch.address(),
                    cover == null ? "" : cover.value());
        }
    }

    @GetMapping("/desk/branches")
    String list(@RequestParam(required = false) @Nullable String code, Model model) {
        door.require(Act.READ_STAFF);
        Entry entry = branches.all().stream()
                .filter(branch -> branch.code().value().equals(code))
                .map(Entry::of)
                .findFirst()
                .orElse(Entry.EMPTY);
        return page(entry, List.of(), model);
    }

    @PostMapping("/desk/branches")
    String save(Entry entry, Model model) {
        door.require(Act.KEEP_BRANCHES);
        List<FieldProblem> problems = problems(entry);
        return problems.isEmpty() ? "redirect:/desk/branches" : page(entry, problems, model);
    }

    private List<FieldProblem> problems(Entry entry) {
        BranchCode code;
        try {
            code = new BranchCode(entry.code().strip());
        } catch (IllegalArgumentException e) {
            return List.of(new FieldProblem("code", "branch-code-wrong", ""));
        }
        String cover = entry.coveredBy();
        return staff.save(
                new Branch(
                        code,
                        entry.name().strip(),
                        entry.phone().strip(),
                        entry.address().strip(),
                        cover == null || cover.isBlank() ? null : new BranchCode(cover)),
                door.staff());
    }

    private String page(Entry entry, List<FieldProblem> problems, Model model) {
        List<Branch> all = branches.all();
        model.addAttribute("entry", entry);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "wrong",
                problems.stream().collect(Collectors.toMap(FieldProblem::field, FieldProblem::problem, (a, b) -> a)));
        model.addAttribute("branches", all);
        model.addAttribute(
                "people",
                all.stream()
                        .collect(Collectors.toMap(
                                branch -> branch.code().value(), branch -> staff.staffOf(branch.code()))));
        Map<String, String> names =
                all.stream().collect(Collectors.toMap(branch -> branch.code().value(), Branch::name));
        model.addAttribute("names", names);
        return "desk/branches";
    }
}
