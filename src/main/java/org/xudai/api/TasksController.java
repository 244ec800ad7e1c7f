package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Terms;
import org.xudai.review.Decision;
import org.xudai.review.Opinion;
import org.xudai.review.PartialOpinion;
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
    private final CaseDoor door;
    private final org.springframework.context.MessageSource texts;

    TasksController(Worklist worklist, CaseDoor door, org.springframework.context.MessageSource texts) {
        this.worklist = worklist;
        this.door = door;
        this.texts = texts;
    }

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
            @Nullable List<CreditSubject> creditSubjects) {}

    record CorrectionEntry(
            @Nullable String material,
            @Nullable String reason,
            @Nullable String text) {}

    record TermsEntry(
            @Nullable BigDecimal amount,
            @Nullable Integer termMonths,
            @Nullable String conditions) {}

    record CreditQueryEntry(
            @Nullable String subject,
            @Nullable String number,
            @Nullable OffsetDateTime at,
            @Nullable String outcome) {}

    record OpinionEntry(
            @Nullable String business,
            @Nullable String use,
            @Nullable String repaymentSource,
            @Nullable BigDecimal amount,
            @Nullable Integer termMonths,
            @Nullable List<CreditQueryEntry> creditQueries) {}

    record DecisionEntry(
            @Nullable String outcome,
            @Nullable String comment,
            @Nullable List<CorrectionEntry> corrections,
            @Nullable TermsEntry terms,
            @Nullable OpinionEntry opinion) {}

    @Operation(summary = "Tasks the caller may do, most urgent first")
    @GetMapping
    ListAnswer<TaskAnswer> list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        WorkQuery query = new WorkQuery(
                mine ? WorkQuery.View.MINE : WorkQuery.View.DOABLE,
                Parameters.branch(branch),
                kind(kind),
                null,
                Parameters.page(page),
                Parameters.size(size));
        return ListAnswer.of(worklist.list(query, door.staff()), TasksController::answer);
    }

    @Operation(summary = "One task; for an investigation with its prefilled opinion")
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
        worklist.complete(id, decision(entry), door.staff()).ifPresent(this::refuse);
        return answer(item);
    }

    private TaskDetail detail(WorkItem item) {
        Opinion opinion = worklist.prefilledOpinion(item.id());
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
                opinion == null ? null : worklist.creditSubjects(item.caseNumber()));
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

    private static Decision decision(DecisionEntry entry) {
        List<CorrectionRequest> corrections = new ArrayList<>();
        for (CorrectionEntry correction :
                Optional.ofNullable(entry.corrections()).orElse(List.of())) {
            MaterialCode material = Parameters.material(correction.material());
            if (material == null) {
                throw Parameters.invalid("corrections[" + corrections.size() + "].material", "");
            }
            corrections.add(new CorrectionRequest(material, or(correction.reason()), or(correction.text())));
        }
        return new Decision(
                or(entry.outcome()), or(entry.comment()), corrections, terms(entry.terms()), partial(entry.opinion()));
    }

    private static @Nullable Terms terms(@Nullable TermsEntry entry) {
        if (entry == null) {
            return null;
        }
        Money amount = money("terms.amount", entry.amount());
        Integer termMonths = entry.termMonths();
        if (amount == null || termMonths == null) {
            throw Parameters.invalid(amount == null ? "terms.amount" : "terms.termMonths", "");
        }
        return new Terms(amount, termMonths, or(entry.conditions()));
    }

    private static @Nullable PartialOpinion partial(@Nullable OpinionEntry entry) {
        if (entry == null) {
            return null;
        }
        List<CreditQueryEntry> queries = entry.creditQueries();
        return new PartialOpinion(
                entry.business(),
                entry.use(),
                entry.repaymentSource(),
                money("opinion.amount", entry.amount()),
                entry.termMonths(),
                queries == null
                        ? null
                        : queries.stream()
                                .map(query -> new Opinion.CreditQuery(
                                        or(query.subject()),
                                        or(query.number()),
                                        query.at() == null ? null : query.at().toInstant(),
                                        or(query.outcome())))
                                .toList());
    }

    private static @Nullable Money money(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2 || amount.precision() > 15) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(List.of(new FieldProblem(field, "amount-out-of-range", amount.toPlainString())));
        }
        return new Money(amount.setScale(2, RoundingMode.UNNECESSARY));
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
            var locale = org.springframework.context.i18n.LocaleContextHolder.getLocale();
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
