package org.xudai.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.CurrentStaff;
import org.xudai.access.Role;
import org.xudai.access.StaffMember;
import org.xudai.web.WebSettings;

/** What every page of the desk shows: the bank and who is signed in. */
@ControllerAdvice(basePackageClasses = DeskModel.class)
class DeskModel {

    private final CurrentStaff current;
    private final Branches branches;
    private final WebSettings settings;

    DeskModel(CurrentStaff current, Branches branches, WebSettings settings) {
        this.current = current;
        this.branches = branches;
        this.settings = settings;
    }

    /** Who is signed in, as the top bar shows him. */
    record Me(StaffMember member, String branch, boolean manager, boolean admin, boolean staffReader) {}

    @ModelAttribute("bank")
    String bank() {
        return settings.bank();
    }

    @ModelAttribute("me")
    @Nullable
    Me me() {
        return current.find()
                .map(member -> new Me(
                        member,
                        branches.find(member.branch()).map(Branch::name).orElse(""),
                        member.has(Role.RELATIONSHIP_MANAGER),
                        member.has(Role.PROCESS_ADMIN),
                        member.has(Role.PROCESS_ADMIN) || member.has(Role.AUDITOR)))
                .orElse(null);
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
