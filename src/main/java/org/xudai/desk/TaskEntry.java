package org.xudai.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.Material;
import org.xudai.renewal.Terms;
import org.xudai.review.Decision;
import org.xudai.review.Opinion;
import org.xudai.review.PartialOpinion;

/** What somebody typed on the page of a task. */
record TaskEntry(Map<String, String> typed) {

    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    public String outcome() {
        return get("outcome");
    }

    /** Figures that cannot be read, by field. */
    List<FieldProblem> unreadable() {
        List<FieldProblem> problems = new ArrayList<>();
        for (String field : List.of("opinion.amount", "terms.amount")) {
            if (!get(field).isEmpty() && money(field).isEmpty()) {
                problems.add(new FieldProblem(field, "amount-out-of-range", get(field)));
            }
        }
        for (String field : List.of("opinion.termMonths", "terms.termMonths")) {
            if (!get(field).isEmpty() && number(field).isEmpty()) {
                problems.add(new FieldProblem(field, "term-out-of-range", get(field)));
            }
        }
        return problems;
    }

    Decision decision(List<Material> materials, List<CreditSubject> subjects, ZoneId zone) {
        return new Decision(outcome(), get("comment"), corrections(materials), terms(), opinion(subjects, zone));
    }

    List<CorrectionRequest> corrections(List<Material> materials) {
        return materials.stream()
                .map(Material::code)
                .map(MaterialCode::value)
                .filter(code -> typed.containsKey("correct-" + code))
                .map(code -> new CorrectionRequest(new MaterialCode(code), get("reason-" + code), get("text-" + code)))
                .toList();
    }

    private @Nullable Terms terms() {
        Optional<Money> amount = money("terms.amount");
        Optional<Integer> months = number("terms.termMonths");
        return amount.isEmpty() || months.isEmpty() || !get("change-terms").equals("on")
                ? null
                : new Terms(amount.get(), months.get(), get("terms.conditions"));
    }

    private @Nullable PartialOpinion opinion(List<CreditSubject> subjects, ZoneId zone) {
        if (!typed.containsKey("opinion.business")) {
            return null;
        }
        List<Opinion.CreditQuery> queries = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            String number = get("query-" + i + "-number");
            if (!number.isEmpty()) {
                queries.add(new Opinion.CreditQuery(
                        subjects.get(i).subject(),
                        number,
                        moment(get("query-" + i + "-at"), zone),
                        get("query-" + i + "-outcome")));
            }
        }
        return new PartialOpinion(
                get("opinion.business"),
                get("opinion.use"),
                get("opinion.repaymentSource"),
                money("opinion.amount").orElse(null),
                number("opinion.termMonths").orElse(null),
                queries);
    }

    private Optional<Money> money(String field) {
        String digits = get(field).replace(",", "").replace("，", "");
        return digits.matches("\\d{1,13}(\\.\\d{1,2})?")
                ? Optional.of(new Money(new BigDecimal(digits)))
                : Optional.empty();
    }

    private Optional<Integer> number(String field) {
        return get(field).matches("\\d{1,3}") ? Optional.of(Integer.valueOf(get(field))) : Optional.empty();
    }

    private static @Nullable Instant moment(String entered, ZoneId zone) {
        try {
            return LocalDateTime.parse(entered).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
