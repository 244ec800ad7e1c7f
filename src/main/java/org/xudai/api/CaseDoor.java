package org.xudai.api;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.BranchScope;
import org.xudai.access.Branches;
import org.xudai.access.CurrentStaff;
import org.xudai.access.Rights;
import org.xudai.access.StaffMember;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Lets staff to the cases of their branches; any other case is as if it did not exist. */
@Component
class CaseDoor {

    private final CurrentStaff staff;
    private final Branches branches;
    private final Rights rights;
    private final Renewals renewals;

    CaseDoor(CurrentStaff staff, Branches branches, Rights rights, Renewals renewals) {
        this.staff = staff;
        this.branches = branches;
        this.rights = rights;
        this.renewals = renewals;
    }

    StaffMember staff() {
        return staff.require();
    }

    BranchScope scope() {
        return branches.scopeOf(staff.require());
    }

    /** The case of a number as somebody typed it; 410 where it was erased. */
    RenewalCase open(String number) {
        RenewalCase renewal = find(number);
        if (renewal.erasedAt() != null) {
            throw new ProblemException(HttpStatus.GONE, "case-erased");
        }
        return renewal;
    }

    /** What is left of a case, erased or not, where the caller may do an act on it. */
    RenewalCase tombstone(String number, Act act) {
        RenewalCase renewal = find(number);
        if (!may(act, renewal.branch())) {
            throw refused();
        }
        return renewal;
    }

    private RenewalCase find(String number) {
        return renewals.find(number(number))
                .filter(renewal -> may(Act.READ_CASES, renewal.branch()))
                .orElseThrow(ProblemException::notFound);
    }

    /** The case of a number, where the caller may do an act on it; 403 where he may only read it. */
    RenewalCase open(String number, Act act) {
        RenewalCase renewal = open(number);
        if (!may(act, renewal.branch())) {
            throw refused();
        }
        return renewal;
    }

    /** The caller, where his role has a right. */
    StaffMember require(Act act) {
        StaffMember member = staff();
        if (!act.allowedTo(member)) {
            throw refused();
        }
        return member;
    }

    /** Whether the caller may do an act at a branch. */
    boolean may(Act act, BranchCode branch) {
        return rights.may(staff(), act, branch);
    }

    private static ProblemException refused() {
        return new ProblemException(HttpStatus.FORBIDDEN, "not-allowed");
    }

    static CaseNumber number(String text) {
        try {
            return new CaseNumber(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
