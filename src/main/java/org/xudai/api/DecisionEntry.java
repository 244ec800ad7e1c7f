package org.xudai.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.Terms;
import org.xudai.review.Decision;
import org.xudai.review.Opinion;
import org.xudai.review.PartialOpinion;
import org.xudai.web.ProblemException;

/**
 * A decision as the API takes it.
 *
 * @param outcome one of the task's outcomes
 * @param comment why
 * @param corrections materials to be handed in again
 * @param terms changed terms of an approval; what is left out stays as it is
 * @param opinion an investigation's opinion; what is left out keeps its prefilled value
 */
record DecisionEntry(
        @Nullable String outcome,
        @Nullable String comment,
        @Nullable List<CorrectionEntry> corrections,
        @Nullable TermsEntry terms,
        @Nullable OpinionEntry opinion) {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_999_999_999_999L);

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

    /**
     * The decision.
     *
     * @param start the terms that hold where none are given
     */
    Decision decision(@Nullable Terms start) {
        return new Decision(or(outcome), or(comment), requests(), terms(start), partial(opinion));
    }

    private List<CorrectionRequest> requests() {
        List<CorrectionRequest> requests = new ArrayList<>();
        for (CorrectionEntry correction : Objects.requireNonNullElse(corrections, List.<CorrectionEntry>of())) {
            String field = "corrections[" + requests.size() + "].material";
            MaterialCode material = Parameters.material(field, correction.material());
            if (material == null) {
                throw Parameters.missing(field);
            }
            requests.add(new CorrectionRequest(material, or(correction.reason()), or(correction.text())));
        }
        return requests;
    }

    private @Nullable Terms terms(@Nullable Terms start) {
        if (terms == null) {
            return null;
        }
        Money amount = money("terms.amount", terms.amount());
        Integer termMonths = terms.termMonths();
        if (start == null && (amount == null || termMonths == null)) {
            throw Parameters.missing(amount == null ? "terms.amount" : "terms.termMonths");
        }
        String conditions = or(terms.conditions());
        if (conditions.length() > 2000) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(List.of(new FieldProblem("terms.conditions", "too-long", "")));
        }
        return new Terms(
                amount == null ? Objects.requireNonNull(start).amount() : amount,
                termMonths == null ? Objects.requireNonNull(start).termMonths() : termMonths,
                conditions);
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
        if (amount.signum() < 0
                || amount.compareTo(LARGEST) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(List.of(new FieldProblem(field, "amount-out-of-range", shown(amount))));
        }
        return new Money(amount.setScale(2, RoundingMode.UNNECESSARY));
    }

    /** As a figure, unless it has more digits than anybody reads. */
    private static String shown(BigDecimal amount) {
        boolean readable = Math.abs(amount.scale()) <= 20 && amount.precision() <= 20;
        return readable
                ? amount.toPlainString()
                : amount.round(MathContext.DECIMAL32).toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
