package org.xudai.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.access.Branches;
import org.xudai.access.CurrentStaff;
import org.xudai.access.Role;
import org.xudai.access.StaffMember;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Lets staff to the cases and loans of their branches; any other is as if it did not exist. */
@Component
class DeskDoor {

    private final CurrentStaff staff;
    private final Branches branches;
    private final Renewals renewals;
    private final LoanBook loans;

    DeskDoor(CurrentStaff staff, Branches branches, Renewals renewals, LoanBook loans) {
        this.staff = staff;
        this.branches = branches;
        this.renewals = renewals;
        this.loans = loans;
    }

    StaffMember staff() {
        return staff.require();
    }

    BranchScope scope() {
        return branches.scopeOf(staff.require());
    }

    RenewalCase open(String number) {
        try {
            return renewals.find(new CaseNumber(number))
                    .filter(renewal -> scope().covers(renewal.branch()))
                    .orElseThrow(ProblemException::notFound);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    Loan loan(String number) {
        try {
            return loans.find(new LoanNumber(number))
                    .filter(loan -> scope().covers(loan.branch()))
                    .orElseThrow(ProblemException::notFound);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** Auditors and administrators read and do nothing. */
    void requireActing() {
        StaffMember member = staff();
        if (member.roles().stream().allMatch(role -> role == Role.AUDITOR || role == Role.PROCESS_ADMIN)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "not-allowed");
        }
    }

    void requireManager() {
        if (!staff().has(Role.RELATIONSHIP_MANAGER) && !staff().has(Role.BRANCH_HEAD)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "not-allowed");
        }
    }

    /** Staff and branches are the process administrators' work. */
    void requireAdmin() {
        if (!staff().has(Role.PROCESS_ADMIN)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "not-allowed");
        }
    }
}
