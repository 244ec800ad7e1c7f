package org.xudai.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.SigningWay;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanBook;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.DecisionRecord;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Material;
import org.xudai.renewal.RecordedDecision;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;
import org.xudai.review.Opinion;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.Worklist;

/** Puts the pages of a task together: what it is about, what is prefilled, and the check before the act. */
@Component
class TaskPage {

    private static final List<String> REASONS = List.of(
            "ILLEGIBLE",
            "INCOMPLETE",
            "PAGE_MISSING",
            "CUT_OFF",
            "BLURRED",
            "SHADOW",
            "WRONG_DOCUMENT",
            "SIGNATURE_MISSING",
            "SEAL_MISSING",
            "DATE_MISSING",
            "OTHER_CHOP",
            "VALUE_ALTERED",
            "STRAY_INK",
            "OUTDATED",
            "NOT_MATCHING",
            "OTHER");

    /** Tasks that are decided on the documents. */
    private static final Set<HumanTaskKind> ON_DOCUMENTS = EnumSet.of(
            HumanTaskKind.InvestigateCase,
            HumanTaskKind.CoInvestigateCase,
            HumanTaskKind.ReviewCase,
            HumanTaskKind.ApproveCase);

    private final Worklist worklist;
    private final Renewals renewals;
    private final LoanBook loans;
    private final DecisionRecord decisions;
    private final CaseDocuments documents;
    private final CaseTimeline timeline;
    private final CasePeople people;
    private final StaffDirectory staff;
    private final DeskDoor door;
    private final BusinessCalendar calendar;

    TaskPage(
            Worklist worklist,
            Renewals renewals,
            LoanBook loans,
            DecisionRecord decisions,
            CaseDocuments documents,
            CaseTimeline timeline,
            CasePeople people,
            StaffDirectory staff,
            DeskDoor door,
            BusinessCalendar calendar) {
        this.worklist = worklist;
        this.renewals = renewals;
        this.loans = loans;
        this.decisions = decisions;
        this.documents = documents;
        this.timeline = timeline;
        this.people = people;
        this.staff = staff;
        this.door = door;
        this.calendar = calendar;
    }

    /** An earlier decision and the name of who made it. */
    record Past(RecordedDecision decision, String by) {}

    /** A credit query and the name of whom it was about. */
    record Queried(Opinion.CreditQuery query, String subject) {}

    /** The page of a task; {@code wrong} has a sentence for each field that cannot be taken, by the field's id. */
    String show(WorkItem item, TaskEntry entry, Map<String, String> wrong, Model model) {
        about(item, model);
        model.addAttribute("entry", entry);
        model.addAttribute("wrong", wrong);
        model.addAttribute("outcomes", DeskTasks.ordered(item.kind()));
        model.addAttribute("reasons", REASONS);
        model.addAttribute("subjects", subjects(item));
        model.addAttribute("mine", door.staff().id().equals(item.assignee()));
        worklist.mayDecide(item.id(), door.staff()).ifPresent(refusal -> refused(refusal, model));
        if (ON_DOCUMENTS.contains(item.kind())) {
            documents(item, model);
            return "desk/task";
        }
        RenewalCase renewal = renewal(item);
        model.addAttribute(
                "happenings",
                timeline.of(renewal).stream()
                        .filter(happening -> !happening.minor())
                        .limit(10)
                        .toList());
        model.addAttribute(
                "ground",
                item.kind() == HumanTaskKind.DecideException ? renewals.exceptionGround(renewal.number()) : null);
        model.addAttribute(
                "topic", timeline.latest(renewal, "renewal.guidance-requested").getOrDefault("topic", ""));
        model.addAttribute("caller", people.toCall(renewal).orElse(null));
        model.addAttribute("people", people.of(renewal, null, null));
        model.addAttribute("loan", loans.find(renewal.loans().get(0)).orElseThrow());
        return "desk/task-plain";
    }

    /** What he is about to do, on which documents, and what happens then. */
    String check(WorkItem item, TaskEntry entry, Model model) {
        about(item, model);
        List<Material> materials = renewals.checklist(item.caseNumber());
        model.addAttribute("entry", entry);
        model.addAttribute("typed", entry.typed());
        model.addAttribute("corrections", entry.outcome().equals("CORRECT") ? entry.corrections(materials) : List.of());
        model.addAttribute(
                "kept", materials.size() - entry.corrections(materials).size());
        model.addAttribute("final", terms(item, entry).orElse(null));
        model.addAttribute("subjects", subjects(item));
        model.addAttribute("sheaves", ON_DOCUMENTS.contains(item.kind()) ? documents.of(item.caseNumber()) : List.of());
        return "desk/task-check";
    }

    List<CreditSubject> subjects(WorkItem item) {
        return item.kind() == HumanTaskKind.InvestigateCase ? worklist.creditSubjects(item.caseNumber()) : List.of();
    }

    /** What the page has to start from. */
    TaskEntry prefilled(WorkItem item) {
        Map<String, String> values = new HashMap<>();
        Opinion opinion = item.kind() == HumanTaskKind.InvestigateCase ? worklist.prefilledOpinion(item.id()) : null;
        if (opinion != null) {
            prefill(item, opinion, values);
        }
        if (item.kind() == HumanTaskKind.ApproveCase) {
            proposed(item).ifPresent(terms -> {
                values.put("terms.amount", terms.amount().grouped());
                values.put("terms.termMonths", Integer.toString(terms.termMonths()));
                values.put("terms.conditions", terms.conditions());
            });
        }
        return new TaskEntry(values);
    }

    private void about(WorkItem item, Model model) {
        RenewalCase renewal = renewal(item);
        model.addAttribute("item", item);
        model.addAttribute("renewal", renewal);
        model.addAttribute("lead", name(renewal.lead()));
        model.addAttribute("proposed", proposed(item).orElse(null));
        model.addAttribute(
                "decisions",
                decisions.ofCase(item.caseNumber()).stream()
                        .map(decision -> new Past(decision, name(decision.by())))
                        .toList());
    }

    private void documents(WorkItem item, Model model) {
        List<CaseDocuments.Sheaf> sheaves = documents.of(item.caseNumber());
        model.addAttribute("sheaves", sheaves);
        model.addAttribute("ways", SigningWay.values());
        model.addAttribute(
                "toLook", sheaves.stream().filter(CaseDocuments.Sheaf::looks).count());
        if (item.kind() == HumanTaskKind.InvestigateCase) {
            return;
        }
        worklist.opinionOf(item.caseNumber()).ifPresent(opinion -> {
            Map<String, String> names = worklist.creditSubjects(item.caseNumber()).stream()
                    .collect(Collectors.toMap(CreditSubject::subject, CreditSubject::name, (one, other) -> one));
            model.addAttribute("opinion", opinion);
            model.addAttribute(
                    "queries",
                    opinion.creditQueries().stream()
                            .map(query -> new Queried(query, names.getOrDefault(query.subject(), query.subject())))
                            .toList());
        });
    }

    private void refused(TaskRefusal refusal, Model model) {
        if (refusal instanceof TaskRefusal.Forbidden forbidden) {
            model.addAttribute("forbidden", forbidden);
        }
        if (refusal instanceof TaskRefusal.Taken taken && taken.by() != null) {
            model.addAttribute("takenBy", name(taken.by()));
        }
    }

    /** The terms on the table: those approved so far, else those of the investigation. */
    private Optional<Terms> proposed(WorkItem item) {
        return Optional.ofNullable(renewal(item).approved()).or(() -> decisions
                .latest(item.caseNumber(), HumanTaskKind.InvestigateCase)
                .map(RecordedDecision::terms));
    }

    /** The terms that the decision would stand for. */
    private Optional<Terms> terms(WorkItem item, TaskEntry entry) {
        return switch (item.kind()) {
            case InvestigateCase -> entry.proposal();
            case ApproveCase -> entry.terms().or(() -> proposed(item));
            default -> proposed(item);
        };
    }

    private void prefill(WorkItem item, Opinion opinion, Map<String, String> values) {
        values.put("opinion.business", opinion.business());
        values.put("opinion.use", opinion.use());
        values.put("opinion.repaymentSource", opinion.repaymentSource());
        values.put("opinion.amount", opinion.amount().grouped());
        values.put("opinion.termMonths", Integer.toString(opinion.termMonths()));
        List<CreditSubject> subjects = worklist.creditSubjects(item.caseNumber());
        for (int i = 0; i < subjects.size(); i++) {
            String subject = subjects.get(i).subject();
            String field = "query-" + i + "-";
            values.put(field + "at", local(calendar.now()));
            opinion.creditQueries().stream()
                    .filter(query -> query.subject().equals(subject))
                    .forEach(query -> {
                        values.put(field + "number", query.number());
                        values.put(field + "outcome", query.outcome());
                        Instant at = query.at();
                        values.put(field + "at", at == null ? "" : local(at));
                    });
        }
    }

    private String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, calendar.zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private RenewalCase renewal(WorkItem item) {
        return renewals.find(item.caseNumber()).orElseThrow();
    }

    private String name(StaffId id) {
        return staff.find(id).map(StaffMember::name).orElse(id.value());
    }
}
