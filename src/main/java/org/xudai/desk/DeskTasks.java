package org.xudai.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.DocumentState;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.StaffId;
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
import org.xudai.web.ProblemException;

/** The page of a task: documents and decision side by side, a check page before the final act. */
@Controller
class DeskTasks {

    private static final List<String> REASONS = List.of(
            "ILLEGIBLE",
            "INCOMPLETE",
            "PAGE_MISSING",
            "CUT_OFF",
            "BLURRED",
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

    /** An earlier decision and the name of who made it. */
    record Past(RecordedDecision decision, String by) {}

    /** A credit query and the name of whom it was about. */
    record Queried(Opinion.CreditQuery query, String subject) {}

    private final Worklist worklist;
    private final Renewals renewals;
    private final DecisionRecord decisions;
    private final DeskWorklist lists;
    private final DeskDoor door;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;

    DeskTasks(
            Worklist worklist,
            Renewals renewals,
            DecisionRecord decisions,
            DeskWorklist lists,
            DeskDoor door,
            StaffDirectory staff,
            BusinessCalendar calendar) {
        this.worklist = worklist;
        this.renewals = renewals;
        this.decisions = decisions;
        this.lists = lists;
        this.door = door;
        this.staff = staff;
        this.calendar = calendar;
    }

    @GetMapping("/desk/tasks/{id}")
    String show(@PathVariable String id, Model model) {
        WorkItem item = item(id);
        return page(item, new TaskEntry(prefilled(item)), List.of(), model);
    }

    @PostMapping("/desk/tasks/{id}/check")
    String check(@PathVariable String id, @RequestParam Map<String, String> typed, Model model) {
        WorkItem item = item(id);
        TaskEntry entry = new TaskEntry(typed);
        List<FieldProblem> problems = new java.util.ArrayList<>(entry.unreadable());
        if (!item.kind().outcomes().contains(entry.outcome())) {
            problems.add(new FieldProblem("outcome", "outcome-missing", ""));
        }
        List<Material> materials = renewals.checklist(item.caseNumber());
        if (entry.outcome().equals("CORRECT") && entry.corrections(materials).isEmpty()) {
            problems.add(new FieldProblem("corrections", "corrections-missing", ""));
        }
        if (!problems.isEmpty()) {
            return page(item, entry, problems, model);
        }
        RenewalCase renewal = renewals.find(item.caseNumber()).orElseThrow();
        model.addAttribute("item", item);
        model.addAttribute("renewal", renewal);
        model.addAttribute("entry", entry);
        model.addAttribute("typed", typed);
        model.addAttribute("materials", materials);
        model.addAttribute("corrections", entry.corrections(materials));
        return "desk/task-check";
    }

    @PostMapping("/desk/tasks/{id}/complete")
    String complete(@PathVariable String id, @RequestParam Map<String, String> typed, Model model) {
        WorkItem item = item(id);
        TaskEntry entry = new TaskEntry(typed);
        if (typed.containsKey("back")) {
            return page(item, entry, List.of(), model);
        }
        Optional<TaskRefusal> refusal = worklist.complete(
                id,
                entry.decision(
                        renewals.checklist(item.caseNumber()),
                        renewals.creditSubjects(item.caseNumber()),
                        calendar.zone()),
                door.staff());
        if (refusal.isEmpty()) {
            return "redirect:/desk/cases/" + item.caseNumber() + "?decided";
        }
        if (refusal.get() instanceof TaskRefusal.Invalid invalid) {
            return page(item, entry, invalid.problems(), model);
        }
        return lists.refused(id, refusal.get(), entry.get("comment"), model);
    }

    private String page(WorkItem item, TaskEntry entry, List<FieldProblem> problems, Model model) {
        RenewalCase renewal = renewals.find(item.caseNumber()).orElseThrow();
        List<Material> materials = renewals.checklist(item.caseNumber());
        model.addAttribute("item", item);
        model.addAttribute("renewal", renewal);
        model.addAttribute("materials", materials);
        model.addAttribute("entry", entry);
        model.addAttribute("problems", problems);
        model.addAttribute("outcomes", ordered(item.kind()));
        model.addAttribute("reasons", REASONS);
        model.addAttribute(
                "decisions",
                decisions.ofCase(item.caseNumber()).stream()
                        .map(decision -> new Past(decision, name(decision.by())))
                        .toList());
        if (item.kind() != HumanTaskKind.InvestigateCase) {
            worklist.opinionOf(item.caseNumber()).ifPresent(opinion -> investigated(item, opinion, model));
        }
        model.addAttribute("subjects", subjects(item));
        model.addAttribute(
                "toLook", materials.stream().filter(DeskTasks::toLook).count());
        worklist.mayDecide(item.id(), door.staff())
                .ifPresent(refusal -> model.addAttribute(
                        "forbidden", refusal instanceof TaskRefusal.Forbidden forbidden ? forbidden : null));
        model.addAttribute("mine", door.staff().id().equals(item.assignee()));
        return "desk/task";
    }

    private void investigated(WorkItem item, Opinion opinion, Model model) {
        Map<String, String> names = worklist.creditSubjects(item.caseNumber()).stream()
                .collect(Collectors.toMap(CreditSubject::subject, CreditSubject::name, (one, other) -> one));
        model.addAttribute("opinion", opinion);
        model.addAttribute(
                "queries",
                opinion.creditQueries().stream()
                        .map(query -> new Queried(query, names.getOrDefault(query.subject(), query.subject())))
                        .toList());
    }

    private String name(StaffId id) {
        return staff.find(id).map(StaffMember::name).orElse(id.value());
    }

    private static boolean toLook(Material material) {
        return material.documents().stream()
                .anyMatch(received -> received.document().state() == DocumentState.UNDECIDED);
    }

    private static List<String> ordered(HumanTaskKind kind) {
        List<String> order = List.of(
                "AGREE",
                "APPROVE",
                "GRANT",
                "DONE",
                "EXTEND",
                "VISIT",
                "CORRECT",
                "RETURN",
                "NO_ANSWER",
                "REFUSE",
                "CLOSE");
        return order.stream().filter(kind.outcomes()::contains).toList();
    }

    private List<CreditSubject> subjects(WorkItem item) {
        return item.kind() == HumanTaskKind.InvestigateCase ? worklist.creditSubjects(item.caseNumber()) : List.of();
    }

    private Map<String, String> prefilled(WorkItem item) {
        Map<String, String> values = new HashMap<>();
        if (item.kind() == HumanTaskKind.InvestigateCase) {
            opinion(item, values);
        }
        if (item.kind() == HumanTaskKind.ApproveCase) {
            Optional.ofNullable(renewals.find(item.caseNumber()).orElseThrow().approved())
                    .or(() -> decisions
                            .latest(item.caseNumber(), HumanTaskKind.InvestigateCase)
                            .map(RecordedDecision::terms))
                    .ifPresent(terms -> terms(terms, values));
        }
        return values;
    }

    private static void terms(Terms terms, Map<String, String> values) {
        values.put("terms.amount", terms.amount().grouped());
        values.put("terms.termMonths", Integer.toString(terms.termMonths()));
        values.put("terms.conditions", terms.conditions());
    }

    private void opinion(WorkItem item, Map<String, String> values) {
        Opinion opinion = worklist.prefilledOpinion(item.id());
        if (opinion == null) {
            return;
        }
        values.put("opinion.business", opinion.business());
        values.put("opinion.use", opinion.use());
        values.put("opinion.repaymentSource", opinion.repaymentSource());
        values.put("opinion.amount", opinion.amount().grouped());
        values.put("opinion.termMonths", Integer.toString(opinion.termMonths()));
        List<CreditSubject> subjects = worklist.creditSubjects(item.caseNumber());
        for (int i = 0; i < subjects.size(); i++) {
            int position = i;
            values.put("query-" + i + "-at", local(calendar.now()));
            opinion.creditQueries().stream()
                    .filter(query ->
                            query.subject().equals(subjects.get(position).subject()))
                    .forEach(query -> {
                        values.put("query-" + position + "-number", query.number());
                        values.put("query-" + position + "-outcome", query.outcome());
                        Instant at = query.at();
                        values.put("query-" + position + "-at", at == null ? "" : local(at));
                    });
        }
    }

    private String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, calendar.zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private WorkItem item(String id) {
        return worklist.find(id, door.staff()).orElseThrow(ProblemException::notFound);
    }
}
