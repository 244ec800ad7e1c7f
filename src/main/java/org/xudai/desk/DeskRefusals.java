package org.xudai.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.Reference;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.Worklist;

/** The page that says why something could not be done with a task: what happened, how it stands now, what to do. */
@Component
class DeskRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(DeskRefusals.class);

    private final Worklist worklist;
    private final Renewals renewals;
    private final StaffDirectory staff;
    private final DeskDoor door;
    private final BusinessCalendar calendar;
    private final HttpServletResponse response;

    DeskRefusals(
            Worklist worklist,
            Renewals renewals,
            StaffDirectory staff,
            DeskDoor door,
            BusinessCalendar calendar,
            HttpServletResponse response) {
        this.worklist = worklist;
        this.renewals = renewals;
        this.staff = staff;
        this.door = door;
        this.calendar = calendar;
        this.response = response;
    }

    /**
     * Who is asked now.
     *
     * @param task the open task, null where the case waits for nobody of the bank
     * @param people names of those who may decide it
     */
    record Now(CaseState state, @Nullable WorkItem task, List<String> people) {}

    String page(String id, TaskRefusal refusal, TaskEntry entry, Model model) {
        StaffMember me = door.staff();
        WorkItem item = worklist.find(id, me).orElse(null);
        String reference = Reference.fresh().toString();
        LOG.info(
                "refused: {}, task {}, reference {}",
                refusal.getClass().getSimpleName(),
                item == null ? "unknown" : item.kind(),
                reference);
        model.addAttribute("item", item);
        model.addAttribute("entry", entry);
        model.addAttribute("kept", entry.sentences());
        model.addAttribute("reference", reference);
        model.addAttribute("at", calendar.now());
        if (refusal instanceof TaskRefusal.Unknown) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        if (refusal instanceof TaskRefusal.Forbidden forbidden) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("forbidden", forbidden);
        } else if (refusal instanceof TaskRefusal.Taken taken) {
            model.addAttribute("taken", taken);
            model.addAttribute("takenBy", taken.by() == null ? null : name(taken));
        }
        if (item != null) {
            RenewalCase renewal = renewals.find(item.caseNumber()).orElseThrow();
            model.addAttribute("renewal", renewal);
            model.addAttribute("state", now(renewal, me));
            model.addAttribute("lead", staff.find(renewal.lead()).orElse(null));
        }
        return "desk/refused";
    }

    private Now now(RenewalCase renewal, StaffMember me) {
        Optional<WorkItem> open = worklist.ofCase(renewal.number()).stream().findFirst();
        return new Now(
                renewal.state(),
                open.orElse(null),
                open.map(task -> people(task, me)).orElse(List.of()));
    }

    private List<String> people(WorkItem task, StaffMember me) {
        if (task.assignee() != null) {
            return staff.find(task.assignee()).map(StaffMember::name).stream().toList();
        }
        return worklist.mayDecide(task.id(), me)
                .filter(TaskRefusal.Forbidden.class::isInstance)
                .map(refusal -> ((TaskRefusal.Forbidden) refusal).who())
                .orElseGet(() -> List.of(me.name()));
    }

    private @Nullable String name(TaskRefusal.Taken taken) {
        return taken.by() == null
                ? null
                : staff.find(taken.by())
                        .map(StaffMember::name)
                        .orElse(taken.by().value());
    }
}
