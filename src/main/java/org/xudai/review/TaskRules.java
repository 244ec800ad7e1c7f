package org.xudai.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xudai.access.Act;
import org.xudai.access.Separation;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.RecordedDecision;

/**
 * Who may decide what: role first, then separation of duties (审贷分离, 双人复核). Investigation, co-investigation, review
 * and each level of approval are different people; nobody reviews what he handed in himself or approves a loan he
 * imported.
 */
@Component
class TaskRules {

    private final DecisionTable decisions;
    private final WorkTable work;
    private final StaffDirectory staff;

    TaskRules(DecisionTable decisions, WorkTable work, StaffDirectory staff) {
        this.decisions = decisions;
        this.work = work;
        this.staff = staff;
    }

    /** The kinds of task that any of a person's roles may decide. */
    static Set<HumanTaskKind> kindsOf(StaffMember member) {
        return Stream.of(HumanTaskKind.values())
                .filter(kind -> actOf(kind).allowedTo(member))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The rule that keeps somebody from a task, with who may; nothing where he may. */
    Optional<TaskRefusal> check(WorkRow row, StaffMember member) {
        return brokenRule(row, member).map(rule -> new TaskRefusal.Forbidden(rule, whoMay(row)));
    }

    private static Act actOf(HumanTaskKind kind) {
        return switch (kind) {
            case DecideException -> Act.DECIDE_EXCEPTION;
            case GuideBorrower -> Act.GUIDE_BORROWER;
            case CallBorrower -> Act.CALL_BORROWER;
            case InvestigateCase -> Act.INVESTIGATE;
            case CoInvestigateCase -> Act.CO_INVESTIGATE;
            case ReviewCase -> Act.REVIEW;
            case ApproveCase -> Act.APPROVE;
            case DecideOverdueCase -> Act.DECIDE_OVERDUE;
            case AttendRenewal -> Act.ATTEND_RENEWAL;
        };
    }

    private Optional<String> brokenRule(WorkRow row, StaffMember member) {
        Act act = actOf(row.item().kind());
        if (!act.allowedTo(member)) {
            return Optional.of("ROLE");
        }
        List<RecordedDecision> past = decisions.ofCase(row.item().caseNumber());
        return act.conditions().stream()
                .filter(condition -> !holds(condition, row, member.id(), past))
                .map(Separation::name)
                .findFirst();
    }

    private boolean holds(Separation condition, WorkRow row, StaffId who, List<RecordedDecision> past) {
        boolean lead = row.lead().equals(who);
        return switch (condition) {
            case LEAD_ONLY -> lead;
            case FOUR_EYES_INVESTIGATED -> !lead && !investigated(row, who, past);
            case FOUR_EYES_REVIEWED -> !did(past, who, HumanTaskKind.ReviewCase);
            case FOUR_EYES_APPROVED -> !approvedElsewhere(row, who, past);
            case FOUR_EYES_UPLOADED -> !work.handedInBy(row.item().caseNumber(), who);
            case FOUR_EYES_IMPORTED -> !row.importers().contains(who);
            case SECOND_PERSON -> throw new IllegalStateException("no condition of a task: " + condition);
        };
    }

    /** The second investigator may take his own task again in a later round. */
    private static boolean investigated(WorkRow row, StaffId who, List<RecordedDecision> past) {
        return did(past, who, HumanTaskKind.InvestigateCase)
                || (row.item().kind() != HumanTaskKind.CoInvestigateCase
                        && did(past, who, HumanTaskKind.CoInvestigateCase));
    }

    /** An approver may take his own level again in a later round. */
    private static boolean approvedElsewhere(WorkRow row, StaffId who, List<RecordedDecision> past) {
        boolean approval = row.item().kind() == HumanTaskKind.ApproveCase;
        return past.stream()
                .anyMatch(decision -> decision.kind() == HumanTaskKind.ApproveCase
                        && decision.by().equals(who)
                        && (!approval || decision.level() != row.item().level()));
    }

    private static boolean did(List<RecordedDecision> past, StaffId who, HumanTaskKind kind) {
        return past.stream()
                .anyMatch(decision -> decision.kind() == kind && decision.by().equals(who));
    }

    private List<String> whoMay(WorkRow row) {
        return actOf(row.item().kind()).roles().stream()
                .flatMap(role -> staff.withRole(role, row.item().branch()).stream())
                .distinct()
                .filter(member -> brokenRule(row, member).isEmpty())
                .map(StaffMember::name)
                .sorted()
                .toList();
    }
}
