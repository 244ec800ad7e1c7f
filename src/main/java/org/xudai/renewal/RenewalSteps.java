package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.notices.NoticeKind;

/** The steps of the process, each handed to the part of the module that knows how. */
@Component
class RenewalSteps implements CaseSteps {

    private static final Actor PROCESS = Actor.system("process");

    private final CaseTable cases;
    private final Eligibility eligibility;
    private final DeadlinePlan plan;
    private final FormIssue forms;
    private final Collection collection;
    private final CaseMessages messages;
    private final CaseParties parties;
    private final Approvals approvals;
    private final WhitelistRenewal renewal;
    private final DossierSealer sealer;
    private final CaseEnding ending;
    private final TaskEvents tasks;
    private final CaseRules rules;
    private final DecisionRecord decisions;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    RenewalSteps(
            CaseTable cases,
            Eligibility eligibility,
            DeadlinePlan plan,
            FormIssue forms,
            Collection collection,
            CaseMessages messages,
            CaseParties parties,
            Approvals approvals,
            WhitelistRenewal renewal,
            DossierSealer sealer,
            CaseEnding ending,
            TaskEvents tasks,
            CaseRules rules,
            DecisionRecord decisions,
            StaffDirectory staff,
            BusinessCalendar calendar,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.eligibility = eligibility;
        this.plan = plan;
        this.forms = forms;
        this.collection = collection;
        this.messages = messages;
        this.parties = parties;
        this.approvals = approvals;
        this.renewal = renewal;
        this.sealer = sealer;
        this.ending = ending;
        this.tasks = tasks;
        this.rules = rules;
        this.decisions = decisions;
        this.staff = staff;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public boolean checkEligibility(CaseNumber number) {
        return eligibility.check(number).isEmpty();
    }

    @Override
    public boolean planDeadlines(CaseNumber number) {
        noteGranted(number);
        RenewalCase found = cases.get(number);
        LocalDate anchor = plan.anchor(found.maturesOn(), found.whitelistEnd());
        Deadlines deadlines = plan.plan(anchor);
        cases.setDeadlines(number, deadlines);
        events.publishEvent(CaseEvent.of(
                number,
                "deadlines-planned",
                PROCESS,
                Map.of(
                        "anchor",
                        anchor.toString(),
                        "hardStop",
                        deadlines.hardStopAt().toString())));
        return plan.enoughTime(anchor);
    }

    /** Reasons somebody granted an exception from are known from here on. */
    private void noteGranted(CaseNumber number) {
        Optional<RecordedDecision> granted = decisions
                .latest(number, HumanTaskKind.DecideException)
                .filter(decision -> decision.outcome().equals("GRANT"));
        if (granted.isPresent()) {
            Set<String> known = new HashSet<>(cases.knownReasons(number));
            known.addAll(eligibility.unknownReasons(number));
            cases.setKnownReasons(number, known);
        }
    }

    @Override
    public void issueForms(CaseNumber number) {
        forms.issueAll(number);
    }

    @Override
    public void inviteParties(CaseNumber number) {
        Optional<Party> addressee = parties.addressee(number);
        for (Party party : parties.of(number)) {
            boolean main = addressee.filter(party::equals).isPresent();
            if (main || parties.hasAddress(party)) {
                cases.addParty(number, party.id(), main || party.is(PartyRole.CONTACT));
                messages.tell(number, party, NoticeKind.INVITATION, "invitation", CaseMessages.Details.NONE);
            }
        }
        events.publishEvent(CaseEvent.of(
                number,
                "invited",
                PROCESS,
                Map.of("parties", Integer.toString(cases.invited(number).size()))));
    }

    @Override
    public void openMaterials(CaseNumber number) {
        collection.open(number);
    }

    @Override
    public void sendReminder(CaseNumber number) {
        collection.remind(number);
    }

    @Override
    public boolean noteEscalation(CaseNumber number) {
        return cases.once(number, "escalation");
    }

    @Override
    public boolean setControlLevel(CaseNumber number) {
        CaseRules.ControlLevel level =
                rules.controlLevel(approvals.agreed(number).amount());
        events.publishEvent(CaseEvent.of(
                number,
                "level-set",
                PROCESS,
                Map.of(
                        "coInvestigation", Boolean.toString(level.coInvestigation()),
                        "approvals", Integer.toString(level.approvals()))));
        return level.coInvestigation();
    }

    @Override
    public void escalateReview(CaseNumber number) {
        RenewalCase found = cases.get(number);
        staff.withRole(Role.BRANCH_HEAD, found.branch())
                .forEach(head ->
                        messages.tellStaff(number, head, "review-overdue/" + calendar.today(), "review-overdue"));
        events.publishEvent(CaseEvent.of(number, "review-overdue", PROCESS));
    }

    @Override
    public boolean recheckEligibility(CaseNumber number) {
        Set<String> reasons = eligibility.unknownReasons(number);
        eligibility.check(number);
        if (reasons.isEmpty()) {
            return true;
        }
        Set<String> known = new HashSet<>(cases.knownReasons(number));
        known.addAll(reasons);
        cases.setKnownReasons(number, known);
        events.publishEvent(
                CaseEvent.of(number, "eligibility-changed", PROCESS, Map.of("reasons", String.join(",", reasons))));
        return false;
    }

    @Override
    public void offerTerms(CaseNumber number) {
        Terms terms = approvals.offered(number);
        cases.setOffered(number, terms);
        cases.setStage(number, "ConfirmTerms");
        cases.move(number, CaseState.AWAITING_TERMS);
        int time = (int) decisions.ofCase(number).stream()
                .filter(decision -> decision.kind() == HumanTaskKind.ApproveCase)
                .count();
        messages.tellBorrower(
                number, NoticeKind.TERMS_CHANGED, "terms/" + time, new CaseMessages.Details(List.of(), null, terms));
        events.publishEvent(CaseEvent.of(
                number,
                "terms-offered",
                PROCESS,
                Map.of("amount", terms.amount().toString(), "termMonths", Integer.toString(terms.termMonths()))));
    }

    @Override
    public void beginRenewal(CaseNumber number) {
        cases.setApproved(number, approvals.agreed(number));
        cases.move(number, CaseState.RENEWING);
    }

    @Override
    public Optional<String> renewEntry(CaseNumber number) {
        Optional<String> refusal = renewal.renew(number);
        refusal.ifPresent(reason -> {
            cases.setCoreRefusal(number, reason);
            events.publishEvent(new CaseEvent(
                    number, "refused-by-core", Actor.system("renewal"), Map.of(), Map.of("reason", reason)));
        });
        return refusal;
    }

    @Override
    public void confirmRenewal(CaseNumber number) {
        cases.move(number, CaseState.RENEWED);
        messages.tellBorrower(number, NoticeKind.RENEWED, "renewed", CaseMessages.Details.NONE);
    }

    @Override
    public void sealDossier(CaseNumber number) {
        sealer.seal(number);
    }

    @Override
    public void tellRefusal(CaseNumber number, ExceptionCause cause) {
        ending.refuse(number, cause);
    }

    @Override
    public void endWithdrawn(CaseNumber number) {
        ending.withdrawn(number);
    }

    @Override
    public void endSettled(CaseNumber number) {
        ending.settled(number);
    }

    @Override
    public void extendDeadline(CaseNumber number) {
        Instant hardStop = plan.extended();
        cases.setHardStop(number, hardStop);
        messages.tellBorrower(number, NoticeKind.EXTENDED, "extended/" + calendar.today(), CaseMessages.Details.NONE);
        events.publishEvent(CaseEvent.of(number, "extended", PROCESS, Map.of("hardStop", hardStop.toString())));
    }

    @Override
    public void closeOverdue(CaseNumber number) {
        ending.lapsed(number);
    }

    @Override
    public void taskOpened(CaseNumber number, HumanTaskKind kind, String taskId) {
        tasks.opened(number, kind, taskId);
    }

    @Override
    public void taskClosed(CaseNumber number, String taskId, boolean completed) {
        events.publishEvent(new HumanTaskClosed(taskId, number, completed));
    }

    @Override
    public Routing routing(CaseNumber number) {
        return new CaseRouting(number, cases, decisions, approvals);
    }

    @Override
    public Instant reminderAt(CaseNumber number, int which) {
        return plan.reminderAt(deadlines(number).anchor(), which);
    }

    @Override
    public Instant escalateAt(CaseNumber number) {
        return deadlines(number).escalateAt();
    }

    @Override
    public Instant hardStopAt(CaseNumber number) {
        return deadlines(number).hardStopAt();
    }

    @Override
    public Instant dueAt(HumanTaskKind kind) {
        return plan.dueAt(kind);
    }

    private Deadlines deadlines(CaseNumber number) {
        return Optional.ofNullable(cases.get(number).deadlines()).orElseThrow();
    }
}
