package org.xudai.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.FieldProblem;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.review.Decision;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.Worklist;
import org.xudai.web.ProblemException;

/** Deciding a task: its page, a check page whose button says the consequence, and the act. */
@Controller
class DeskTasks {

    private static final List<String> ORDER = List.of(
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

    private final Worklist worklist;
    private final Renewals renewals;
    private final TaskPage pages;
    private final TaskProblems problems;
    private final DeskRefusals refusals;
    private final DeskDoor door;
    private final BusinessCalendar calendar;

    DeskTasks(
            Worklist worklist,
            Renewals renewals,
            TaskPage pages,
            TaskProblems problems,
            DeskRefusals refusals,
            DeskDoor door,
            BusinessCalendar calendar) {
        this.worklist = worklist;
        this.renewals = renewals;
        this.pages = pages;
        this.problems = problems;
        this.refusals = refusals;
        this.door = door;
        this.calendar = calendar;
    }

    @GetMapping("/desk/tasks/{id}")
    String show(@PathVariable String id, Model model) {
        WorkItem item = item(id);
        Optional<TaskRefusal> gone = worklist.mayDecide(id, door.staff())
                .filter(refusal -> refusal instanceof TaskRefusal.Taken taken && taken.at() != null);
        return gone.isPresent()
                ? refusals.page(id, gone.get(), new TaskEntry(Map.of()), model)
                : pages.show(item, pages.prefilled(item), Map.of(), model);
    }

    @GetMapping({"/desk/tasks/{id}/check", "/desk/tasks/{id}/complete"})
    String again(@PathVariable String id) {
        return "redirect:/desk/tasks/" + item(id).id();
    }

    @PostMapping("/desk/tasks/{id}/check")
    String check(@PathVariable String id, @RequestParam Map<String, String> typed, Model model) {
        WorkItem item = item(id);
        TaskEntry entry = new TaskEntry(typed);
        List<FieldProblem> unreadable = unreadable(entry);
        if (!unreadable.isEmpty()) {
            return refused(item, entry, unreadable, model);
        }
        return worklist.check(id, decision(item, entry), door.staff())
                .map(refusal -> answer(item, entry, refusal, model))
                .orElseGet(() -> pages.check(item, entry, model));
    }

    @PostMapping("/desk/tasks/{id}/complete")
    String complete(@PathVariable String id, @RequestParam Map<String, String> typed, Model model) {
        WorkItem item = item(id);
        TaskEntry entry = new TaskEntry(typed);
        if (entry.has("back")) {
            return pages.show(item, entry, Map.of(), model);
        }
        List<FieldProblem> unreadable = unreadable(entry);
        if (!unreadable.isEmpty()) {
            return refused(item, entry, unreadable, model);
        }
        return worklist.complete(id, decision(item, entry), door.staff())
                .map(refusal -> answer(item, entry, refusal, model))
                .orElseGet(() -> "redirect:/desk/cases/" + item.caseNumber() + "?decided=" + item.kind());
    }

    private String answer(WorkItem item, TaskEntry entry, TaskRefusal refusal, Model model) {
        return refusal instanceof TaskRefusal.Invalid invalid
                ? refused(item, entry, invalid.problems(), model)
                : refusals.page(item.id(), refusal, entry, model);
    }

    private String refused(WorkItem item, TaskEntry entry, List<FieldProblem> found, Model model) {
        return pages.show(
                item,
                entry,
                problems.said(found, entry, item.kind(), renewals.checklist(item.caseNumber()), subjects(item)),
                model);
    }

    private static List<FieldProblem> unreadable(TaskEntry entry) {
        List<FieldProblem> found = new ArrayList<>(entry.unreadable());
        if (entry.outcome().isEmpty()) {
            found.add(new FieldProblem("outcome", "outcome-missing", ""));
        }
        return found;
    }

    private Decision decision(WorkItem item, TaskEntry entry) {
        return entry.decision(renewals.checklist(item.caseNumber()), subjects(item), calendar.zone());
    }

    private List<CreditSubject> subjects(WorkItem item) {
        return pages.subjects(item);
    }

    /** The outcomes of a task, the going on first. */
    static List<String> ordered(HumanTaskKind kind) {
        return ORDER.stream().filter(kind.outcomes()::contains).toList();
    }

    private WorkItem item(String id) {
        return worklist.find(id, door.staff()).orElseThrow(ProblemException::notFound);
    }
}
