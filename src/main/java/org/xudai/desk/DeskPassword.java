package org.xudai.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.CurrentStaff;
import org.xudai.access.StaffAdministration;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.StaffId;

/** Changing one's own password, also before the first sign-in. */
@Controller
class DeskPassword {

    private final CurrentStaff current;
    private final StaffAdministration staff;

    DeskPassword(CurrentStaff current, StaffAdministration staff) {
        this.current = current;
        this.staff = staff;
    }

    @GetMapping("/desk/password")
    String form(Model model) {
        return page(current.find().map(member -> member.id().value()).orElse(""), List.of(), model);
    }

    @PostMapping("/desk/password")
    String change(
            @RequestParam String username,
            @RequestParam String old,
            @RequestParam String next,
            @RequestParam String again,
            Model model) {
        if (!next.equals(again)) {
            return page(username, List.of(new FieldProblem("again", "password-differs", "")), model);
        }
        if (!username.matches("[A-Za-z0-9._-]{2,64}")) {
            return page(username, List.of(new FieldProblem("old", "password-old-wrong", "")), model);
        }
        List<FieldProblem> problems = staff.changePassword(new StaffId(username), old, next);
        return problems.isEmpty() ? "redirect:/desk/sign-in?changed" : page(username, problems, model);
    }

    private static String page(String username, List<FieldProblem> problems, Model model) {
        model.addAttribute("username", username);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "wrong",
                problems.stream().collect(Collectors.toMap(FieldProblem::field, FieldProblem::problem, (a, b) -> a)));
        model.addAttribute("minimum", StaffAdministration.PASSWORD_MINIMUM);
        return "desk/password";
    }
}
