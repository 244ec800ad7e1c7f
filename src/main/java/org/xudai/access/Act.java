package org.xudai.access;

import static org.xudai.access.Role.APPROVER;
import static org.xudai.access.Role.AUDITOR;
import static org.xudai.access.Role.BRANCH_HEAD;
import static org.xudai.access.Role.HOTLINE;
import static org.xudai.access.Role.PROCESS_ADMIN;
import static org.xudai.access.Role.RELATIONSHIP_MANAGER;
import static org.xudai.access.Role.REVIEWER;

import java.util.List;
import java.util.Set;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * The table of rights: every act of staff, the roles that may do it, and where. All doors ask it; {@code docs/rights.md} is
 * written from it. What no role may do stands here too.
 */
public enum Act {
    READ_CASES("read cases, their documents, messages and evidence", Reach.BRANCHES, Role.values()),
    READ_LOANS("read the loan book", Reach.BRANCHES, Role.values()),
    READ_TASKS("read tasks of cases", Reach.BRANCHES, Role.values()),
    LIST_EVERY_TASK(
            "list every task, not only those for one's own role", Reach.BRANCHES, BRANCH_HEAD, PROCESS_ADMIN, AUDITOR),
    SHOW_PERSONAL("see an ID number or a phone in full; each look is recorded", Reach.BRANCHES, Group.ACTING),
    READ_ACCESS_LOG("read who of the staff read what of a case", Reach.BRANCHES, AUDITOR),
    READ_RETENTION(
            "read what will be erased next, what is held, and what was erased with its certificate",
            Reach.BRANCHES,
            BRANCH_HEAD,
            PROCESS_ADMIN,
            AUDITOR),
    PLACE_HOLDS(
            "place a legal hold on a case, so that nothing of it is erased; the reason is recorded",
            Reach.BRANCHES,
            BRANCH_HEAD,
            AUDITOR),
    LIFT_HOLDS("lift a legal hold; the reason is recorded", Reach.BRANCHES, AUDITOR),
    OPEN_RENEWALS("open the renewal of a loan and register its parties", Reach.BRANCHES, RELATIONSHIP_MANAGER),
    HAND_IN_DOCUMENTS("hand in documents for a borrower", Reach.BRANCHES, Group.ACTING),
    SORT_MAIL(
            "hand in a stack of scans and follow it; assign or discard the pages that no code assigns",
            Reach.BRANCHES,
            Group.ACTING),
    READ_MAIL("read what became of stacks of scans and which pages wait", Reach.BRANCHES, Group.READING_MAIL),
    READ_STACKS("fetch a stack of scans as it was received", Reach.BRANCHES, AUDITOR),
    INVITE_PARTIES("hand a party his link", Reach.BRANCHES, Group.ACTING),
    SUBMIT_CASES("submit a case for a borrower", Reach.BRANCHES, Group.ACTING),
    WITHDRAW_CASES("withdraw a case for a borrower", Reach.BRANCHES, Group.ACTING),
    NOTE_SETTLED("note that a loan was settled elsewhere", Reach.BRANCHES, Group.ACTING),
    NOTE_TERMS(
            "note a signer's answer to changed terms; a yes rests on the signed paper", Reach.BRANCHES, Group.ACTING),
    NOTE_ORIGINALS("note where an original is kept", Reach.BRANCHES, Group.ACTING),
    VERIFY_NUMBERS(
            "confirm a party's phone number",
            Reach.BRANCHES,
            List.of(Separation.SECOND_PERSON),
            RELATIONSHIP_MANAGER,
            BRANCH_HEAD),
    NOTE_CONTRACTS("note the new contract of a loan", Reach.BRANCHES, RELATIONSHIP_MANAGER, BRANCH_HEAD),
    IMPORT_LOANS("import the loan book and its people, stop an import", Reach.BANK, RELATIONSHIP_MANAGER, BRANCH_HEAD),
    READ_IMPORTS("read what became of an import", Reach.BANK, RELATIONSHIP_MANAGER, BRANCH_HEAD, AUDITOR),
    DECIDE_EXCEPTION("decide an exception to the rules", Reach.BRANCHES, BRANCH_HEAD),
    GUIDE_BORROWER("guide a borrower who asked for help", Reach.BRANCHES, RELATIONSHIP_MANAGER, HOTLINE),
    CALL_BORROWER("call a borrower who is late", Reach.BRANCHES, RELATIONSHIP_MANAGER),
    INVESTIGATE("investigate a case", Reach.BRANCHES, List.of(Separation.LEAD_ONLY), RELATIONSHIP_MANAGER),
    CO_INVESTIGATE(
            "investigate a case as the second person",
            Reach.BRANCHES,
            List.of(Separation.FOUR_EYES_INVESTIGATED),
            RELATIONSHIP_MANAGER),
    REVIEW(
            "review a case",
            Reach.BRANCHES,
            List.of(Separation.FOUR_EYES_INVESTIGATED, Separation.FOUR_EYES_APPROVED, Separation.FOUR_EYES_UPLOADED),
            REVIEWER),
    APPROVE(
            "approve a case at one level",
            Reach.BRANCHES,
            List.of(
                    Separation.FOUR_EYES_INVESTIGATED,
                    Separation.FOUR_EYES_IMPORTED,
                    Separation.FOUR_EYES_REVIEWED,
                    Separation.FOUR_EYES_APPROVED),
            APPROVER),
    DECIDE_OVERDUE("decide about a case at its hard stop", Reach.BRANCHES, BRANCH_HEAD),
    ATTEND_RENEWAL("attend a renewal that the core system has not taken", Reach.BRANCHES, BRANCH_HEAD),
    LIST_BRANCHES("read codes and addresses of the branches", Reach.BANK, Role.values()),
    READ_STAFF("read the register of staff and branches", Reach.BANK, PROCESS_ADMIN, AUDITOR),
    KEEP_STAFF(
            "add and change staff, reset a password; never one's own roles, never a deciding role beside this one",
            Reach.BANK,
            PROCESS_ADMIN),
    KEEP_BRANCHES("add and change branches and who covers whom", Reach.BANK, PROCESS_ADMIN),
    REPAIR_PROCESSES("repair stuck cases in Cockpit; decisions stay guarded there", Reach.BANK, PROCESS_ADMIN),
    READ_METRICS("read metrics and the details of health", Reach.BANK, PROCESS_ADMIN),
    DEPLOY_PROCESSES("deploy a process or a script into the running engine", Reach.NOWHERE),
    KEEP_ENGINE_PEOPLE("make an account of the engine's own", Reach.NOWHERE),
    SIGN_IN_AT_ENGINE("sign in at the engine past the bank's sign-in", Reach.NOWHERE),
    WORK_IN_TASKLIST("complete tasks in the engine's own list", Reach.NOWHERE);

    private final String meaning;
    private final Reach reach;
    private final List<Separation> conditions;
    private final Set<Role> roles;

    /** Roles that work on cases; the others read. */
    private static final class Group {
        static final Role[] ACTING = {RELATIONSHIP_MANAGER, REVIEWER, APPROVER, BRANCH_HEAD, HOTLINE};
        static final Role[] READING_MAIL = {RELATIONSHIP_MANAGER, REVIEWER, APPROVER, BRANCH_HEAD, HOTLINE, AUDITOR};
    }

    /** Where an act may be done by whom the role allows it. */
    public enum Reach {
        /** One's own branch and those it covers; all of them for staff marked so. */
        BRANCHES("own branch and covered ones"),
        /** What belongs to no single branch. */
        BANK("whole bank"),
        /** By nobody. */
        NOWHERE("nowhere");

        private final String meaning;

        Reach(String meaning) {
            this.meaning = meaning;
        }

        /** As a phrase, for the table of rights. */
        public String meaning() {
            return meaning;
        }
    }

    Act(String meaning, Reach reach, Role... roles) {
        this(meaning, reach, List.of(), roles);
    }

    Act(String meaning, Reach reach, List<Separation> conditions, Role... roles) {
        this.meaning = meaning;
        this.reach = reach;
        this.conditions = conditions;
        this.roles = Set.of(roles);
    }

    /** What is done, as a phrase that follows "may". */
    public String meaning() {
        return meaning;
    }

    public Reach reach() {
        return reach;
    }

    /** What beside the role has to hold, in the order in which it is asked. */
    public List<Separation> conditions() {
        return conditions;
    }

    /** The roles that have the right; none where nobody has it. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether any of his roles has the right; where, says {@link Rights}. */
    public boolean allowedTo(StaffMember member) {
        return roles.stream().anyMatch(member::has);
    }

    /** The same question for a filter chain, where only the roles of who signed in are known. */
    public AuthorizationManager<RequestAuthorizationContext> byRole() {
        return (who, request) ->
                new AuthorizationDecision(who.get().getAuthorities().stream().anyMatch(held -> roles.stream()
                        .anyMatch(role -> ("ROLE_" + role.name()).equals(held.getAuthority()))));
    }
}
