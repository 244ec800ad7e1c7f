package org.xudai.renewal;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;

/** What a human task that comes up means for its case. */
@Component
class TaskEvents {

    private final CaseTable cases;
    private final DeadlinePlan plan;
    private final Approvals approvals;
    private final CaseMessages messages;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;

    TaskEvents(
            CaseTable cases,
            DeadlinePlan plan,
            Approvals approvals,
            CaseMessages messages,
            StaffDirectory staff,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.plan = plan;
        this.approvals = approvals;
        this.messages = messages;
        this.staff = staff;
        this.events = events;
    }

    void opened(CaseNumber number, HumanTaskKind kind, String taskId) {
        follow(number, kind);
        int level = kind == HumanTaskKind.ApproveCase ? approvals.nextLevel(number) : 0;
        RenewalCase renewal = cases.get(number);
        events.publishEvent(new HumanTaskOpened(taskId, kind, number, level, renewal.round(), plan.dueAt(kind)));
        if (isUrgent(kind)) {
            List.copyOf(staff.withRole(Role.BRANCH_HEAD, renewal.branch()))
                    .forEach(head -> messages.tellStaff(number, head, "task/" + taskId, kind.name()));
            events.publishEvent(
                    CaseEvent.of(number, "attend", Actor.system("process"), java.util.Map.of("task", kind.name())));
        }
        if (kind == HumanTaskKind.CallBorrower || kind == HumanTaskKind.GuideBorrower) {
            staff.find(renewal.lead())
                    .ifPresent(lead -> messages.tellStaff(number, lead, "task/" + taskId, kind.name()));
        }
    }

    /** The state follows the task; tasks beside the main way leave it as it is. */
    private void follow(CaseNumber number, HumanTaskKind kind) {
        switch (kind) {
            case InvestigateCase, CoInvestigateCase -> {
                if (kind == HumanTaskKind.InvestigateCase) {
                    cases.voidApproved(number);
                }
                enter(number, kind, CaseState.IN_INVESTIGATION);
            }
            case ReviewCase -> enter(number, kind, CaseState.IN_REVIEW);
            case ApproveCase -> enter(number, kind, CaseState.IN_APPROVAL);
            case DecideException, GuideBorrower, CallBorrower, DecideOverdueCase, AttendRenewal -> {}
        }
    }

    private void enter(CaseNumber number, HumanTaskKind kind, CaseState state) {
        cases.setStage(number, kind.name());
        cases.move(number, state);
    }

    private static boolean isUrgent(HumanTaskKind kind) {
        return kind == HumanTaskKind.DecideException
                || kind == HumanTaskKind.DecideOverdueCase
                || kind == HumanTaskKind.AttendRenewal;
    }
}
