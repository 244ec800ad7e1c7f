package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.Act;
import org.xudai.kernel.CaseNumber;
import org.xudai.retention.Due;
import org.xudai.retention.LegalHold;
import org.xudai.retention.LegalHolds;
import org.xudai.retention.RetentionClock;
import org.xudai.retention.RetentionPlan;
import org.xudai.web.ProblemException;

/** How long a case is kept, and the legal hold on it. */
@RestController
@RequestMapping("/api/v1/renewals/{caseNumber}/hold")
@Tag(name = "Retention")
class HoldController {

    private final CaseDoor door;
    private final LegalHolds holds;
    private final RetentionPlan plan;

    HoldController(CaseDoor door, LegalHolds holds, RetentionPlan plan) {
        this.door = door;
        this.holds = holds;
        this.plan = plan;
    }

    record HoldEntry(@Nullable String reason) {}

    /**
     * How a case is kept.
     *
     * @param clock its clock, null while none runs
     * @param keptUntil the last day on which it is kept if nothing holds it
     */
    record KeepingAnswer(
            boolean held,
            @Nullable String why,
            @Nullable String by,
            @Nullable String since,
            @Nullable RetentionClock clock,
            @Nullable String keptUntil) {

        static KeepingAnswer of(Optional<LegalHold> hold, Optional<Due> due) {
            return new KeepingAnswer(
                    hold.isPresent(),
                    hold.map(LegalHold::reason).orElse(null),
                    hold.map(found -> found.by().value()).orElse(null),
                    hold.map(found -> found.at().toString()).orElse(null),
                    due.map(Due::clock).orElse(null),
                    due.map(found -> found.keptUntil().toString()).orElse(null));
        }
    }

    @Operation(
            summary = "How long the case is kept, and whether a legal hold stands",
            description =
                    "No clock runs while a case is under way, nor before the new loan of a renewed one is settled.")
    @GetMapping
    KeepingAnswer read(@PathVariable String caseNumber) {
        return answer(door.open(caseNumber, Act.READ_RETENTION).number());
    }

    @Operation(summary = "Places a legal hold", description = "Nothing of the case is erased until it is lifted.")
    @PostMapping
    KeepingAnswer place(@PathVariable String caseNumber, @RequestBody HoldEntry entry) {
        CaseNumber number = door.open(caseNumber, Act.PLACE_HOLDS).number();
        return switch (holds.place(number, reason(entry), door.staff().id())) {
            case PLACED -> answer(number);
            case HELD -> throw new ProblemException(HttpStatus.CONFLICT, "hold-stands");
            case ERASED -> throw new ProblemException(HttpStatus.GONE, "case-erased");
        };
    }

    @Operation(
            summary = "Lifts the legal hold",
            description = "The clock of the case runs on as if there had been none.")
    @PostMapping("/lift")
    KeepingAnswer lift(@PathVariable String caseNumber, @RequestBody HoldEntry entry) {
        CaseNumber number = door.open(caseNumber, Act.LIFT_HOLDS).number();
        if (!holds.lift(number, reason(entry), door.staff().id())) {
            throw new ProblemException(HttpStatus.CONFLICT, "no-hold");
        }
        return answer(number);
    }

    private KeepingAnswer answer(CaseNumber number) {
        return KeepingAnswer.of(holds.of(number), plan.of(number));
    }

    private static String reason(HoldEntry entry) {
        String reason = Parameters.text("reason", entry.reason());
        if (reason == null || !Parameters.isStorable(reason)) {
            throw Parameters.missing("reason");
        }
        return reason;
    }
}
