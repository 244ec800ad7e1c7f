package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.Act;
import org.xudai.renewal.CaseState;
import org.xudai.retention.RetentionClock;
import org.xudai.retention.RetentionPlan;

/** What will be erased next, for those who answer for it. */
@RestController
@RequestMapping("/api/v1/retention")
@Tag(name = "Retention")
class RetentionController {

    private final CaseDoor door;
    private final RetentionPlan plan;

    RetentionController(CaseDoor door, RetentionPlan plan) {
        this.door = door;
        this.plan = plan;
    }

    /**
     * A case that will be erased.
     *
     * @param since the day from which its time runs
     * @param keptUntil the last day on which it is kept
     * @param overdue whether the next round erases it, unless it is held
     */
    record PlannedAnswer(
            String caseNumber,
            String branch,
            CaseState state,
            RetentionClock clock,
            String since,
            String keptUntil,
            boolean overdue,
            boolean held) {

        static PlannedAnswer of(RetentionPlan.Planned planned) {
            return new PlannedAnswer(
                    planned.ended().number().value(),
                    planned.ended().branch().value(),
                    planned.ended().state(),
                    planned.due().clock(),
                    planned.due().since().toString(),
                    planned.due().keptUntil().toString(),
                    planned.overdue(),
                    planned.held());
        }
    }

    @Operation(
            summary = "What will be erased next of the caller's branches, soonest first",
            description = "A dry run: nothing changes. Cases under way, and renewed ones whose new loan is not settled,"
                    + " have no clock and are not in it.")
    @GetMapping
    ListAnswer<PlannedAnswer> next(@RequestParam(defaultValue = "50") int size) {
        door.require(Act.READ_RETENTION);
        int most = Parameters.size(size);
        List<PlannedAnswer> items =
                plan.next(door.scope(), most).stream().map(PlannedAnswer::of).toList();
        return new ListAnswer<>(items, items.size(), items.size() < most, 0, most, null);
    }
}
