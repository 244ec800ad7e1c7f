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

    private static final List<String> OPINION = List.of("business", "use", "repaymentSource");

    /**
     * A sentence somebody wrote, to be shown again.
     *
     * @param label key of its label in the bundle
     * @param text what he wrote
     */
    record Sentence(String label, String text) {}

    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    public String outcome() {
        return get("outcome");
    }

    public boolean has(String field) {
        return typed.containsKey(field);
    }

    /** Whether he wants to approve other terms than proposed. */
    public boolean changesTerms() {
        return has("change-terms") && outcome().equals("APPROVE");
    }

    /** Figures that are missing or cannot be read, by field. */
    List<FieldProblem> unreadable() {
        List<FieldProblem> problems = new ArrayList<>();
        if (has("opinion.amount")) {
            figures("opinion", problems);
        }
        if (changesTerms()) {
            figures("terms", problems);
        }
        return problems;
    }

    private void figures(String group, List<FieldProblem> problems) {
        if (money(group + ".amount").isEmpty()) {
            problems.add(new FieldProblem(group + ".amount", "amount-unreadable", get(group + ".amount")));
        }
        if (number(group + ".termMonths").isEmpty()) {
            problems.add(new FieldProblem(group + ".termMonths", "term-unreadable", get(group + ".termMonths")));
        }
    }

    Decision decision(List<Material> materials, List<CreditSubject> subjects, ZoneId zone) {
        return new Decision(
                outcome(),
                get("comment"),
                outcome().equals("CORRECT") ? corrections(materials) : List.of(),
                terms().orElse(null),
                opinion(subjects, zone));
    }

    List<CorrectionRequest> corrections(List<Material> materials) {
        return materials.stream()
                .map(Material::code)
                .map(MaterialCode::value)
                .filter(code -> typed.containsKey("correct-" + code))
                .map(code -> new CorrectionRequest(new MaterialCode(code), get("reason-" + code), get("text-" + code)))
                .toList();
    }

    /** The other terms he approves, as typed. */
    Optional<Terms> terms() {
        Optional<Money> amount = money("terms.amount");
        Optional<Integer> months = number("terms.termMonths");
        return !changesTerms() || amount.isEmpty() || months.isEmpty()
                ? Optional.empty()
                : Optional.of(new Terms(amount.get(), months.get(), get("terms.conditions")));
    }

    /** The terms of the opinion, as typed. */
    Optional<Terms> proposal() {
        Optional<Money> amount = money("opinion.amount");
        Optional<Integer> months = number("opinion.termMonths");
        return amount.isEmpty() || months.isEmpty()
                ? Optional.empty()
                : Optional.of(new Terms(amount.get(), months.get(), ""));
    }

    /** What was written in sentences, with the keys of the labels. */
    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        OPINION.forEach(field -> sentence("desk.opinion." + field, "opinion." + field, sentences));
        typed.keySet().stream()
                .filter(field -> field.startsWith("text-"))
                .sorted()
                .forEach(field -> sentence("material." + field.substring("text-".length()), field, sentences));
        sentence("desk.conditions", "terms.conditions", sentences);
        sentence("desk.comment", "comment", sentences);
        return sentences;
    }

    private void sentence(String label, String field, List<Sentence> into) {
        if (!get(field).isEmpty()) {
            into.add(new Sentence(label, get(field)));
        }
    }

    /** The positions of those subjects whose query was typed, in order. */
    List<Integer> queried(List<CreditSubject> subjects) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            if (!get("query-" + i + "-number").isEmpty()) {
                positions.add(i);
            }
        }
        return positions;
    }

    private @Nullable PartialOpinion opinion(List<CreditSubject> subjects, ZoneId zone) {
        if (!has("opinion.business")) {
            return null;
        }
        List<Opinion.CreditQuery> queries = queried(subjects).stream()
                .map(i -> new Opinion.CreditQuery(
                        subjects.get(i).subject(),
                        get("query-" + i + "-number"),
                        moment(get("query-" + i + "-at"), zone),
                        get("query-" + i + "-outcome")))
                .toList();
        return new PartialOpinion(
                get("opinion.business"),
                get("opinion.use"),
                get("opinion.repaymentSource"),
                money("opinion.amount").orElse(null),
                number("opinion.termMonths").orElse(null),
                queries);
    }

    private Optional<Money> money(String field) {
        String digits = get(field).replace(",", "").replace("，", "").replace(" ", "");
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
