package org.xudai.intake.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Writes what a study found as tables of Markdown. */
final class StudyTable {

    private static final String ALL = "all";

    private final List<Outcome> outcomes;

    StudyTable(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    String written() {
        StringBuilder text = new StringBuilder();
        text.append("| condition | photos | code read | page found | error mm, median of the photos' p95 (p95) |")
                .append(" signature box | left to a person |\n|---|---|---|---|---|---|---|\n");
        groups().forEach((name, group) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s |%n",
                name,
                group.size(),
                share(group, outcome -> new Share(outcome.code() ? 1 : 0, 1)),
                share(group, outcome -> new Share(outcome.found() ? 1 : 0, 1)),
                errors(group),
                share(group, Outcome::signature),
                share(group, Outcome::signatureAsked))));
        text.append("""

            | condition | date box | seal's kind | left to a person | filled though empty |
            |---|---|---|---|---|
            """);
        groups().forEach((name, group) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                name,
                share(group, Outcome::date),
                share(group, Outcome::seal),
                share(group, Outcome::sealAsked),
                share(group, Outcome::passed))));
        text.append("\n| milliseconds | p50 | p95 |\n|---|---|---|\n");
        cost(text, "decoding, processor", outcome -> outcome.cost().decode());
        cost(text, "page code, processor", outcome -> outcome.cost().code());
        cost(text, "finding and straightening, processor", outcome -> outcome.cost()
                .compare());
        cost(text, "marks, processor", outcome -> outcome.cost().marks());
        cost(text, "all, by the clock", outcome -> outcome.cost().wall());
        return text.toString();
    }

    Share share(Function<Outcome, Share> of) {
        return share(outcomes, of);
    }

    private static Share share(List<Outcome> group, Function<Outcome, Share> of) {
        return group.stream().map(of).reduce(new Share(0, 0), Share::and);
    }

    private Map<String, List<Outcome>> groups() {
        Map<String, List<Outcome>> byCondition = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            byCondition
                    .computeIfAbsent(outcome.condition(), name -> new java.util.ArrayList<>())
                    .add(outcome);
        }
        Map<String, List<Outcome>> groups = new LinkedHashMap<>(byCondition);
        groups.put(ALL, outcomes);
        return groups;
    }

    private static String errors(List<Outcome> group) {
        double[] errors = group.stream()
                .filter(outcome -> outcome.error() >= 0)
                .mapToDouble(Outcome::error)
                .sorted()
                .toArray();
        return errors.length == 0 ? "–" : String.format(Locale.ROOT, "%.2f (%.2f)", at(errors, 0.5), at(errors, 0.95));
    }

    private void cost(StringBuilder text, String what, ToDoubleFunction<Outcome> of) {
        double[] costs = outcomes.stream().mapToDouble(of).sorted().toArray();
        text.append(String.format(Locale.ROOT, "| %s | %.0f | %.0f |%n", what, at(costs, 0.5), at(costs, 0.95)));
    }

    private static double at(double[] sorted, double share) {
        return Arrays.copyOf(sorted, sorted.length)[(int) (share * (sorted.length - 1))];
    }
}
