package org.xudai.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
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
import org.xudai.review.WorkItem;
import org.xudai.review.WorkQuery;
import org.xudai.review.Worklist;

/** The worklist: by days to the hard stop, filters in the address, paged by the server. */
@Controller
class DeskWorklist {

    private static final int ROWS = 25;
    private static final int LAST_PAGE = 100;
    private static final List<Integer> STOPS = List.of(0, 3, 10, 60);
    private static final List<WorkQuery.View> VIEWS = List.of(
            WorkQuery.View.DOABLE,
            WorkQuery.View.MINE,
            WorkQuery.View.AVAILABLE,
            WorkQuery.View.BRANCH,
            WorkQuery.View.COVERED,
            WorkQuery.View.ALL);

    private final Worklist worklist;
    private final StaffDirectory staff;
    private final DeskDoor door;
    private final DeskRefusals refusals;
    private final BusinessCalendar calendar;

    DeskWorklist(
            Worklist worklist, StaffDirectory staff, DeskDoor door, DeskRefusals refusals, BusinessCalendar calendar) {
        this.worklist = worklist;
        this.staff = staff;
        this.door = door;
        this.refusals = refusals;
        this.calendar = calendar;
    }

    /**
     * A row with what the page says besides.
     *
     * @param item the task
     * @param days days to the hard stop, null where none is planned
     * @param overdue whether it should have been done by now
     * @param owner name of who claimed it
     * @param mine whether that is the reader
     * @param claimable whether the reader may claim it
     */
    record Row(
            WorkItem item,
            @Nullable Long days,
            boolean overdue,
            @Nullable StaffMember owner,
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

    @GetMapping("/desk/worklist")
    String show(
            @RequestParam(defaultValue = "DOABLE") String view,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String stop,
            @RequestParam(defaultValue = "0") String page,
            Model model) {
        StaffMember me = door.staff();
        WorkQuery query = new WorkQuery(view(view), null, kind(kind), stop(stop), page(page), ROWS);
        Slice<WorkItem> found = worklist.list(query, me);
        Set<String> claimable =
                worklist.claimable(found.items().stream().map(WorkItem::id).toList(), me);
        Instant now = calendar.now();
        model.addAttribute("found", found.map(item -> row(item, me, claimable, now)));
        model.addAttribute("query", query);
        model.addAttribute("views", VIEWS);
        model.addAttribute("counts", worklist.counts(me));
        model.addAttribute("stops", stops(query, me));
        model.addAttribute("kinds", List.of(HumanTaskKind.values()));
        model.addAttribute("now", now);
        model.addAttribute("today", calendar.today());
        return "desk/worklist";
    }

    @PostMapping("/desk/tasks/{id}/claim")
    String claim(@PathVariable String id, Model model) {
        return worklist.claim(id, door.staff())
                .map(refusal -> refusals.page(id, refusal, new TaskEntry(Map.of()), model))
                .orElse("redirect:/desk/tasks/" + id);
    }

    @PostMapping("/desk/tasks/{id}/release")
    String release(@PathVariable String id, Model model) {
        return worklist.release(id, door.staff())
                .map(refusal -> refusals.page(id, refusal, new TaskEntry(Map.of()), model))
                .orElse("redirect:/desk/worklist");
    }

    /** How many there are up to each number of days, under the other filters. */
    private Map<Integer, Long> stops(WorkQuery query, StaffMember me) {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        for (Integer days : STOPS) {
            counts.put(
                    days,
                    worklist.list(new WorkQuery(query.view(), null, query.kind(), days, 0, 1), me)
                            .total());
        }
        return counts;
    }

    private Row row(WorkItem item, StaffMember me, Set<String> claimable, Instant now) {
        Instant stop = item.hardStopAt();
        Instant due = item.dueAt();
        return new Row(
                item,
                stop == null
                        ? null
                        : calendar.daysUntil(stop.atZone(calendar.zone()).toLocalDate()),
                due != null && due.isBefore(now),
                item.assignee() == null ? null : staff.find(item.assignee()).orElse(null),
                me.id().equals(item.assignee()),
                claimable.contains(item.id()));
    }

    private static WorkQuery.View view(String text) {
        return VIEWS.stream()
                .filter(view -> view.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(WorkQuery.View.DOABLE);
    }

    private static @Nullable HumanTaskKind kind(@Nullable String text) {
        for (HumanTaskKind kind : HumanTaskKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable Integer stop(@Nullable String text) {
        return STOPS.stream()
                .filter(days -> days.toString().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Pages are asked for by number up to the last one that a list shows; anything else is the first. */
    static int page(String text) {
        return text.matches("\\d{1,3}") ? Math.min(Integer.parseInt(text), LAST_PAGE) : 0;
    }
}
