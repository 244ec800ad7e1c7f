package org.xudai.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.Act;
import org.xudai.access.Rights;
import org.xudai.access.StaffMember;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Slice;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.HumanTasks;
import org.xudai.renewal.RecordedDecision;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;

/** Claims, releases and decides: rights first, then what was entered, then decision and process in one transaction. */
@Service
class ReviewDesk implements Worklist {

    private static final int TRIES = 5;

    private final WorkTable work;
    private final WorkLists lists;
    private final TaskRules rules;
    private final DecisionTable decisions;
    private final Opinions opinions;
    private final Corrections corrections;
    private final Judgements judgements;
    private final Renewals renewals;
    private final HumanTasks tasks;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewDesk(
            WorkTable work,
            WorkLists lists,
            TaskRules rules,
            DecisionTable decisions,
            Opinions opinions,
            Corrections corrections,
            Judgements judgements,
            Renewals renewals,
            HumanTasks tasks,
            Rights rights,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.work = work;
        this.lists = lists;
        this.rules = rules;
        this.decisions = decisions;
        this.opinions = opinions;
        this.corrections = corrections;
        this.judgements = judgements;
        this.renewals = renewals;
        this.tasks = tasks;
        this.rights = rights;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Slice<WorkItem> list(WorkQuery query, StaffMember caller) {
        return lists.list(query, caller);
    }

    @Override
    public Set<String> claimable(Collection<String> taskIds, StaffMember caller) {
        return lists.claimable(taskIds, caller);
    }

    @Override
    public Map<WorkQuery.View, Long> counts(StaffMember caller) {
        return lists.counts(caller);
    }

    @Override
    public Optional<WorkItem> find(String taskId, StaffMember caller) {
        return work.find(taskId).filter(row -> sees(row, caller)).map(WorkRow::item);
    }

    @Override
    public List<WorkItem> ofCase(CaseNumber caseNumber) {
        return work.openOf(caseNumber);
    }

    @Override
    public Optional<TaskRefusal> mayDecide(String taskId, StaffMember caller) {
        return work.find(taskId)
                .filter(row -> sees(row, caller))
                .map(row -> refusal(row, caller))
                .orElseGet(() -> Optional.of(new TaskRefusal.Unknown()));
    }

    @Override
    @Transactional
    public Optional<TaskRefusal> claim(String taskId, StaffMember caller) {
        Optional<WorkRow> row = work.lock(taskId).filter(found -> sees(found, caller));
        if (row.isEmpty()) {
            return Optional.of(new TaskRefusal.Unknown());
        }
        Optional<TaskRefusal> refusal = refusal(row.get(), caller);
        if (refusal.isPresent()) {
            noteForbidden(row.get(), refusal.get(), caller);
            return refusal;
        }
        if (row.get().item().assignee() == null) {
            work.assign(taskId, caller.id());
            events.publishEvent(handled(row.get(), "claimed", "", caller));
        }
        return Optional.empty();
    }

    @Override
    @Transactional
    public Optional<TaskRefusal> release(String taskId, StaffMember caller) {
        Optional<WorkRow> row = work.lock(taskId).filter(found -> sees(found, caller));
        if (row.isEmpty()) {
            return Optional.of(new TaskRefusal.Unknown());
        }
        Optional<TaskRefusal> refusal = refusal(row.get(), caller);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (row.get().item().assignee() != null) {
            work.assign(taskId, null);
            events.publishEvent(handled(row.get(), "released", "", caller));
        }
        return Optional.empty();
    }

    @Override
    public Optional<TaskRefusal> check(String taskId, Decision decision, StaffMember caller) {
        Optional<WorkRow> row = work.find(taskId).filter(found -> sees(found, caller));
        if (row.isEmpty()) {
            return Optional.of(new TaskRefusal.Unknown());
        }
        return refusal(row.get(), caller).or(() -> {
            RenewalCase renewal = renewals.find(row.get().item().caseNumber()).orElseThrow();
            List<FieldProblem> problems = problems(row.get(), renewal, decision, opinion(row.get(), renewal, decision));
            return problems.isEmpty() ? Optional.empty() : Optional.of(new TaskRefusal.Invalid(problems));
        });
    }

    @Override
    public Optional<TaskRefusal> complete(String taskId, Decision decision, StaffMember caller) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Optional.ofNullable(transaction.execute(status -> decide(taskId, decision, caller)))
                        .orElseThrow();
            } catch (HumanTasks.TaskGone e) {
                return work.find(taskId).map(row -> new TaskRefusal.Taken(null, row.closedAt(), null));
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    @Override
    public @Nullable Opinion prefilledOpinion(String taskId) {
        return work.find(taskId)
                .filter(row -> row.item().kind() == HumanTaskKind.InvestigateCase
                        || row.item().kind() == HumanTaskKind.CoInvestigateCase)
                .map(row -> opinions.prefilled(row.item().caseNumber()))
                .orElse(null);
    }

    @Override
    public Optional<Opinion> opinionOf(CaseNumber caseNumber) {
        return decisions.latestOpinion(caseNumber);
    }

    @Override
    public Optional<Opinion> opinionOn(String taskId) {
        return decisions.opinionOn(taskId);
    }

    @Override
    public List<CreditSubject> creditSubjects(CaseNumber caseNumber) {
        return renewals.creditSubjects(caseNumber);
    }

    private Optional<TaskRefusal> decide(String taskId, Decision decision, StaffMember caller) {
        Optional<WorkRow> found = work.lock(taskId).filter(row -> sees(row, caller));
        if (found.isEmpty()) {
            return Optional.of(new TaskRefusal.Unknown());
        }
        WorkRow row = found.get();
        if (repeated(row, decision, caller)) {
            return Optional.empty();
        }
        Optional<TaskRefusal> refusal = refusal(row, caller);
        if (refusal.isPresent()) {
            noteForbidden(row, refusal.get(), caller);
            return refusal;
        }
        RenewalCase renewal = renewals.find(row.item().caseNumber()).orElseThrow();
        Opinion opinion = opinion(row, renewal, decision);
        List<FieldProblem> problems = problems(row, renewal, decision, opinion);
        if (!problems.isEmpty()) {
            problems.stream()
                    .filter(problem -> problem.problem().equals("credit-before-consent")
                            || problem.problem().equals("credit-subject-not-covered"))
                    .findFirst()
                    .ifPresent(problem -> events.publishEvent(handled(row, "forbidden", problem.problem(), caller)));
            return Optional.of(new TaskRefusal.Invalid(problems));
        }
        RecordedDecision recorded = new RecordedDecision(
                taskId,
                row.item().kind(),
                renewal.number(),
                row.item().level(),
                row.round(),
                caller.id(),
                clock.instant(),
                decision.outcome(),
                decision.comment(),
                decision.outcome().equals("CORRECT") ? decision.corrections() : List.of(),
                terms(row, renewal, decision, opinion),
                judgements.hashesOf(renewal.number()));
        decisions.write(recorded, opinion);
        events.publishEvent(new DecisionTaken(recorded, opinion));
        judge(recorded);
        tasks.complete(taskId, caller.id());
        return Optional.empty();
    }

    private @Nullable Opinion opinion(WorkRow row, RenewalCase renewal, Decision decision) {
        return row.item().kind() == HumanTaskKind.InvestigateCase
                ? opinions.completed(renewal.number(), decision.opinion())
                : null;
    }

    private List<FieldProblem> problems(
            WorkRow row, RenewalCase renewal, Decision decision, @Nullable Opinion opinion) {
        if (!row.item().kind().outcomes().contains(decision.outcome())) {
            return List.of(new FieldProblem("outcome", "outcome-unknown", decision.outcome()));
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (decision.comment().length() > 4000) {
            problems.add(new FieldProblem("comment", "text-too-long", ""));
        }
        if (decision.outcome().equals("CORRECT")) {
            problems.addAll(corrections.problems(renewal.number(), decision.corrections()));
        }
        if (opinion != null) {
            problems.addAll(
                    opinions.problems(renewal, opinion, decision.outcome().equals("AGREE")));
        }
        Terms terms = decision.terms();
        if (terms != null) {
            problems.addAll(Opinions.terms("terms", renewal, terms.amount(), terms.termMonths()));
        }
        return problems;
    }

    private @Nullable Terms terms(WorkRow row, RenewalCase renewal, Decision decision, @Nullable Opinion opinion) {
        if (opinion != null) {
            return new Terms(opinion.amount(), opinion.termMonths(), "");
        }
        if (row.item().kind() != HumanTaskKind.ApproveCase
                || !decision.outcome().equals("APPROVE")) {
            return null;
        }
        if (decision.terms() != null) {
            return decision.terms();
        }
        return Optional.ofNullable(renewal.approved())
                .or(() -> decisions
                        .latest(renewal.number(), HumanTaskKind.InvestigateCase)
                        .map(RecordedDecision::terms))
                .orElse(null);
    }

    /** What a decision says of documents that inspection left to people. */
    private void judge(RecordedDecision decision) {
        if (decision.outcome().equals("CORRECT")) {
            Set<MaterialCode> refused = decision.corrections().stream()
                    .map(CorrectionRequest::material)
                    .collect(Collectors.toSet());
            judgements.refuse(decision.caseNumber(), refused, decision.by());
        }
        if (decision.kind() == HumanTaskKind.ReviewCase
                && (decision.outcome().equals("AGREE") || decision.outcome().equals("CORRECT"))) {
            judgements.acceptUndecided(decision.caseNumber(), decision.by());
        }
    }

    private boolean sees(WorkRow row, StaffMember caller) {
        return rights.may(caller, Act.READ_TASKS, row.item().branch());
    }

    private Optional<TaskRefusal> refusal(WorkRow row, StaffMember caller) {
        Optional<TaskRefusal> rule = rules.check(row, caller);
        if (rule.isPresent()) {
            return rule;
        }
        if (!row.open()) {
            return Optional.of(decisions
                    .ofTask(row.item().id())
                    .map(done -> new TaskRefusal.Taken(done.by(), done.at(), done.outcome()))
                    .orElseGet(() -> new TaskRefusal.Taken(null, row.closedAt(), null)));
        }
        var assignee = row.item().assignee();
        return assignee == null || assignee.equals(caller.id())
                ? Optional.empty()
                : Optional.of(new TaskRefusal.Taken(assignee, null, null));
    }

    /** The same person sends the same decision once more, as after a lost answer: harmless. */
    private boolean repeated(WorkRow row, Decision decision, StaffMember caller) {
        return !row.open()
                && decisions
                        .ofTask(row.item().id())
                        .filter(done ->
                                done.by().equals(caller.id()) && done.outcome().equals(decision.outcome()))
                        .isPresent();
    }

    private void noteForbidden(WorkRow row, TaskRefusal refusal, StaffMember caller) {
        if (refusal instanceof TaskRefusal.Forbidden forbidden) {
            events.publishEvent(handled(row, "forbidden", forbidden.rule(), caller));
        }
    }

    private static TaskHandled handled(WorkRow row, String verb, String rule, StaffMember caller) {
        return new TaskHandled(
                row.item().caseNumber(), row.item().id(), row.item().kind().name(), verb, rule, caller.id());
    }
}
