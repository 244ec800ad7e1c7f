package org.xudai.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.Slice;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.WorkQuery;
import org.xudai.review.Worklist;

/** The worklist: by days to the hard stop, filters in the address, paged by the server. */
@Controller
class DeskWorklist {

    private static final int ROWS = 25;
    private static final int LAST_PAGE = 100;

    private final Worklist worklist;
    private final StaffDirectory staff;
    private final DeskDoor door;
    private final BusinessCalendar calendar;

    DeskWorklist(Worklist worklist, StaffDirectory staff, DeskDoor door, BusinessCalendar calendar) {
        this.worklist = worklist;
        this.staff = staff;
        this.door = door;
        this.calendar = calendar;
    }

    /** A row with what the page says besides. */
    record Row(
            WorkItem item,
            @Nullable Long daysLeft,
            @Nullable String owner,
            boolean mine,
            boolean claimable) {}

    @GetMapping("/")
    String root() {
        return "redirect:/desk/worklist";
    }

    @GetMapping("/desk")
    String desk() {
        return "redirect:/desk/worklist";
    }

    @GetMapping("/desk/sign-in")
    String signIn() {
        return "desk/sign-in";
    }

    @GetMapping("/desk/worklist")
    String show(
            @RequestParam(defaultValue = "DOABLE") String view,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer stop,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        StaffMember me = door.staff();
        WorkQuery.View chosen = view(view);
        HumanTaskKind task = kind(kind);
        Slice<WorkItem> found = worklist.list(
                new WorkQuery(chosen, null, task, stop, Math.max(0, Math.min(page, LAST_PAGE)), ROWS), me);
        Set<String> claimable =
                worklist.claimable(found.items().stream().map(WorkItem::id).toList(), me);
        model.addAttribute(
                "rows",
                found.items().stream().map(item -> row(item, me, claimable)).toList());
        model.addAttribute("found", found);
        model.addAttribute("view", chosen);
        model.addAttribute("kind", task);
        model.addAttribute("stop", stop);
        model.addAttribute("views", List.of(WorkQuery.View.values()));
        Map<WorkQuery.View, Long> counts = worklist.counts(me);
        model.addAttribute("counts", counts);
        model.addAttribute("kinds", List.of(HumanTaskKind.values()));
        model.addAttribute("stops", List.of(0, 3, 10, 60));
        model.addAttribute("now", calendar.now());
        return "desk/worklist";
    }

    @PostMapping("/desk/tasks/{id}/claim")
    String claim(@PathVariable String id, Model model) {
        return worklist.claim(id, door.staff())
                .map(refusal -> refused(id, refusal, "", model))
                .orElse("redirect:/desk/tasks/" + id);
    }

    @PostMapping("/desk/tasks/{id}/release")
    String release(@PathVariable String id, Model model) {
        return worklist.release(id, door.staff())
                .map(refusal -> refused(id, refusal, "", model))
                .orElse("redirect:/desk/worklist");
    }

    /** The page that says why something cannot be done, with what was typed. */
    String refused(String id, TaskRefusal refusal, String typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("item", worklist.find(id, door.staff()).orElse(null));
        if (refusal instanceof TaskRefusal.Forbidden forbidden) {
            model.addAttribute("reason", "rule." + forbidden.rule());
            model.addAttribute("who", forbidden.who());
        } else if (refusal instanceof TaskRefusal.Taken taken) {
            model.addAttribute("taken", taken);
            model.addAttribute(
                    "takenBy",
                    taken.by() == null
                            ? null
                            : staff.find(taken.by())
                                    .map(StaffMember::name)
                                    .orElse(taken.by().value()));
        }
        return "desk/refused";
    }

    private Row row(WorkItem item, StaffMember me, Set<String> claimable) {
        return new Row(
                item,
                item.hardStopAt() == null
                        ? null
                        : calendar.daysUntil(java.time.LocalDate.ofInstant(item.hardStopAt(), calendar.zone())),
                item.assignee() == null
                        ? null
                        : staff.find(item.assignee())
                                .map(StaffMember::name)
                                .orElse(item.assignee().value()),
                me.id().equals(item.assignee()),
                claimable.contains(item.id()));
    }

    private static WorkQuery.View view(String text) {
        for (WorkQuery.View view : WorkQuery.View.values()) {
            if (view.name().equals(text.toUpperCase(Locale.ROOT))) {
                return view;
            }
        }
        return WorkQuery.View.DOABLE;
    }

    private static @Nullable HumanTaskKind kind(@Nullable String text) {
        for (HumanTaskKind kind : HumanTaskKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }
}
