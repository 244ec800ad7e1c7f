package org.xudai.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.BranchScope;
import org.xudai.access.Branches;
import org.xudai.access.CurrentStaff;
import org.xudai.access.Rights;
import org.xudai.access.StaffMember;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.review.Worklist;
import org.xudai.web.ProblemException;

/** Lets staff to the cases and loans of their branches; any other is as if it did not exist. */
@Component
class DeskDoor {

    /** Where the number stands in {@code /desk/cases/XD…}. */
    private static final int PLACE = 3;

    private final CurrentStaff staff;
    private final Branches branches;
    private final Rights rights;
    private final Renewals renewals;
    private final LoanBook loans;
    private final Worklist worklist;

    DeskDoor(
            CurrentStaff staff,
            Branches branches,
            Rights rights,
            Renewals renewals,
            LoanBook loans,
            Worklist worklist) {
        this.staff = staff;
        this.branches = branches;
        this.rights = rights;
        this.renewals = renewals;
        this.loans = loans;
        this.worklist = worklist;
    }

    StaffMember staff() {
        return staff.require();
    }

    BranchScope scope() {
        return branches.scopeOf(staff.require());
    }

    RenewalCase open(String number) {
        RenewalCase renewal = find(number);
        if (renewal.erasedAt() != null) {
            throw new ProblemException(HttpStatus.GONE, "case-erased");
        }
        return renewal;
    }

    /** A case of his branches, erased or not. */
    RenewalCase find(String number) {
        try {
            return renewals.find(new CaseNumber(number))
                    .filter(renewal -> rights.may(staff(), Act.READ_CASES, renewal.branch()))
                    .orElseThrow(ProblemException::notFound);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    Loan loan(String number) {
        try {
            return loans.find(new LoanNumber(number))
                    .filter(loan -> rights.may(staff(), Act.READ_LOANS, loan.branch()))
                    .orElseThrow(ProblemException::notFound);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** Whether the page at an address is one of a task or case that is open to him; other pages hold nothing of a case. */
    boolean opens(String address) {
        String[] parts = address.split("/", -1);
        String id = parts.length > PLACE ? parts[PLACE] : "";
        try {
            return switch (parts.length > PLACE ? parts[PLACE - 1] : "") {
                case "tasks" -> worklist.find(id, staff()).isPresent();
                case "cases" -> scope().covers(open(id).branch());
                case "loans" -> scope().covers(loan(id).branch());
                default -> true;
            };
        } catch (ProblemException e) {
            return false;
        }
    }

    /** The case of a number, where he may do an act on it; 403 where he may only read it. */
    RenewalCase open(String number, Act act) {
        RenewalCase renewal = open(number);
        if (!rights.may(staff(), act, renewal.branch())) {
            throw refused();
        }
        return renewal;
    }

    /** Goes on only where his role has a right. */
    void require(Act act) {
        if (!act.allowedTo(staff())) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return new ProblemException(HttpStatus.FORBIDDEN, "not-allowed");
    }
}
