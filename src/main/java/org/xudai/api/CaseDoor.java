package org.xudai.api;

import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.access.Branches;
import org.xudai.access.CurrentStaff;
import org.xudai.access.Role;
import org.xudai.access.StaffMember;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Lets staff to the cases of their branches; any other case is as if it did not exist. */
@Component
class CaseDoor {

    private final CurrentStaff staff;
    private final Branches branches;
    private final Renewals renewals;

    CaseDoor(CurrentStaff staff, Branches branches, Renewals renewals) {
        this.staff = staff;
        this.branches = branches;
        this.renewals = renewals;
    }

    StaffMember staff() {
        return staff.require();
    }

    BranchScope scope() {
        return branches.scopeOf(staff.require());
    }

    /** The case of a number as somebody typed it. */
    RenewalCase open(String number) {
        return renewals.find(number(number))
                .filter(renewal -> scope().covers(renewal.branch()))
                .orElseThrow(ProblemException::notFound);
    }

    /** A case that the caller may act on, not merely read. */
    RenewalCase openToAct(String number) {
        RenewalCase renewal = open(number);
        StaffMember member = staff.require();
        boolean acts = member.has(Role.RELATIONSHIP_MANAGER)
                || member.has(Role.BRANCH_HEAD)
                || member.has(Role.HOTLINE)
                || member.has(Role.REVIEWER)
                || member.has(Role.APPROVER);
        if (!acts) {
            throw new ProblemException(org.springframework.http.HttpStatus.FORBIDDEN, "not-allowed");
        }
        return renewal;
    }

    static CaseNumber number(String text) {
        try {
            return new CaseNumber(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
