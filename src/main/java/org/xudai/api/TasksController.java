package org.xudai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.kernel.PageKey;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.ExceptionGround;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;
import org.xudai.review.Opinion;
import org.xudai.review.TaskRefusal;
import org.xudai.review.WorkItem;
import org.xudai.review.WorkQuery;
import org.xudai.review.Worklist;
import org.xudai.web.ProblemException;

/** The worklist and decisions. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TasksController {

    private final Worklist worklist;
    private final Renewals renewals;
    private final CaseDoor door;
    private final MessageSource texts;

    TasksController(Worklist worklist, Renewals renewals, CaseDoor door, MessageSource texts) {
        this.worklist = worklist;
        this.renewals = renewals;
        this.door = door;
        this.texts = texts;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TaskAnswer(
            String id,
            String kind,
            String caseNumber,
            String borrower,
            String branch,
            int level,
            @Nullable Instant dueAt,
            @Nullable Instant hardStopAt,
            @Nullable String assignee) {}

    record CreditQueryAnswer(
            String subject, String number, @Nullable Instant at, String outcome) {}

    record OpinionAnswer(
            String business,
            String use,
            String repaymentSource,
            BigDecimal amount,
            int termMonths,
            List<CreditQueryAnswer> creditQueries) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TaskDetail(
            String id,
            String kind,
            String caseNumber,
            String borrower,
            String branch,
            int level,
            @Nullable Instant dueAt,
            @Nullable Instant hardStopAt,
            @Nullable String assignee,
            List<String> outcomes,
            @Nullable OpinionAnswer opinion,
            @Nullable List<CreditSubject> creditSubjects,
            @Nullable ExceptionAnswer exception) {}

    /** A reason of the rules; its sentence is in the caller's language. */
    record ReasonAnswer(String code, String text) {}

    /** Why an exception is to be decided: {@code NOT_ELIGIBLE}, {@code TOO_LATE} or {@code CORE_REFUSED}. */
    record ExceptionAnswer(
            String cause,
            List<ReasonAnswer> reasons,
            @Nullable String coreReason) {}

    @Operation(summary = "Tasks the caller may do, most urgent first")
    @GetMapping
    ListAnswer<TaskAnswer> list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        WorkQuery query = new WorkQuery(
                mine ? WorkQuery.View.MINE : WorkQuery.View.DOABLE,
                Parameters.branch(branch),
                kind(kind),
                null,
                Parameters.page(page),
                Parameters.size(size),
                Parameters.after(after, PageKey.Kind.MOMENT_OR_NONE, PageKey.Kind.MOMENT, PageKey.Kind.TEXT));
        return ListAnswer.of(worklist.list(query, door.staff()), TasksController::answer);
    }

    @Operation(
            summary = "One task; for an investigation with its prefilled opinion",
            description = "For DecideException with what speaks against the renewal.")
    @GetMapping("/{id}")
    TaskDetail read(@PathVariable String id) {
        return detail(worklist.find(id, door.staff()).orElseThrow(ProblemException::notFound));
    }

    @Operation(summary = "Claims a task", description = "403 names the rule broken; 409 somebody was faster.")
    @PostMapping("/{id}/claim")
    TaskDetail claim(@PathVariable String id) {
        worklist.claim(id, door.staff()).ifPresent(this::refuse);
        return read(id);
    }

    @Operation(summary = "Gives a task back")
    @PostMapping("/{id}/release")
    TaskDetail release(@PathVariable String id) {
        worklist.release(id, door.staff()).ifPresent(this::refuse);
        return read(id);
    }

    @Operation(
            summary = "Decides",
            description = "403 names the rule broken (four eyes) and who may; 409 somebody was faster; 422 what was "
                    + "entered cannot be taken. The same decision sent twice is harmless.")
    @PostMapping("/{id}/complete")
    TaskAnswer complete(@PathVariable String id, @RequestBody DecisionEntry entry) {
        WorkItem item = worklist.find(id, door.staff()).orElseThrow(ProblemException::notFound);
        worklist.mayDecide(id, door.staff())
                .filter(refusal -> refusal instanceof TaskRefusal.Forbidden)
                .ifPresent(this::refuse);
        worklist.complete(id, entry.decision(termsOf(item)), door.staff()).ifPresent(this::refuse);
        return answer(item);
    }

    /** What a decision starts from where it leaves terms out: those agreed on, else the opinion's. */
    private @Nullable Terms termsOf(WorkItem item) {
        return renewals.find(item.caseNumber())
                .map(RenewalCase::approved)
                .or(() -> worklist.opinionOf(item.caseNumber())
                        .map(opinion -> new Terms(opinion.amount(), opinion.termMonths(), "")))
                .orElse(null);
    }

    private TaskDetail detail(WorkItem item) {
        Opinion opinion =
                switch (item.kind()) {
                    case ReviewCase, ApproveCase ->
                        worklist.opinionOf(item.caseNumber()).orElse(null);
                    default -> worklist.prefilledOpinion(item.id());
                };
        return new TaskDetail(
                item.id(),
                item.kind().name(),
                item.caseNumber().value(),
                item.firm(),
                item.branch().value(),
                item.level(),
                item.dueAt(),
                item.hardStopAt(),
                item.assignee() == null ? null : item.assignee().value(),
                item.kind().outcomes().stream().sorted().toList(),
                opinion == null ? null : opinion(opinion),
                opinion == null ? null : worklist.creditSubjects(item.caseNumber()),
                item.kind() == HumanTaskKind.DecideException
                        ? exception(renewals.exceptionGround(item.caseNumber()))
                        : null);
    }

    private ExceptionAnswer exception(ExceptionGround ground) {
        var locale = LocaleContextHolder.getLocale();
        return new ExceptionAnswer(
                ground.cause().name(),
                ground.reasons().stream()
                        .map(code -> new ReasonAnswer(
                                code, String.valueOf(texts.getMessage("reason." + code, null, code, locale))))
                        .toList(),
                ground.coreReason().isEmpty() ? null : ground.coreReason());
    }

    private static TaskAnswer answer(WorkItem item) {
        return new TaskAnswer(
                item.id(),
                item.kind().name(),
                item.caseNumber().value(),
                item.firm(),
                item.branch().value(),
                item.level(),
                item.dueAt(),
                item.hardStopAt(),
                item.assignee() == null ? null : item.assignee().value());
    }

    private static OpinionAnswer opinion(Opinion opinion) {
        return new OpinionAnswer(
                opinion.business(),
                opinion.use(),
                opinion.repaymentSource(),
                opinion.amount().amount(),
                opinion.termMonths(),
                opinion.creditQueries().stream()
                        .map(query ->
                                new CreditQueryAnswer(query.subject(), query.number(), query.at(), query.outcome()))
                        .toList());
    }

    private static @Nullable HumanTaskKind kind(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            return null;
        }
        for (HumanTaskKind known : HumanTaskKind.values()) {
            if (known.name().equalsIgnoreCase(kind.strip())) {
                return known;
            }
        }
        throw Parameters.invalid("kind", kind);
    }

    private void refuse(TaskRefusal refusal) {
        if (refusal instanceof TaskRefusal.Forbidden forbidden) {
            var locale = LocaleContextHolder.getLocale();
            String sentence = texts.getMessage("rule." + forbidden.rule(), null, forbidden.rule(), locale);
            throw new ProblemException(
                            HttpStatus.FORBIDDEN, "rule", String.valueOf(sentence), String.join("、", forbidden.who()))
                    .with("rule", forbidden.rule())
                    .with("whoMay", forbidden.who());
        }
        if (refusal instanceof TaskRefusal.Invalid invalid) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid").with(invalid.problems());
        }
        if (refusal instanceof TaskRefusal.Taken taken) {
            throw new ProblemException(
                            HttpStatus.CONFLICT,
                            "taken",
                            taken.by() == null ? "" : taken.by().value())
                    .with("by", taken.by() == null ? "" : taken.by().value())
                    .with("at", taken.at() == null ? "" : taken.at().toString())
                    .with("outcome", or(taken.outcome()));
        }
        throw ProblemException.notFound();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
