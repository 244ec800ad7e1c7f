package org.xudai.intake.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.xudai.intake.study.Outcome.Answer;

/** Writes what a study found as tables of Markdown. */
final class StudyTable {

    private static final String ALL = "all";
    private static final String HEAVY_CURL = "CURLED";
    private static final double HALF_A_MILLIMETRE = 0.5;
    private static final double PAGES = 20;

    private final List<Outcome> outcomes;

    StudyTable(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** A column: its title, and what stands in it for some of the photos. */
    private record Column(String title, Function<List<Outcome>, String> cell) {

        static Column share(String title, Function<Outcome, Share> of) {
            return new Column(title, group -> sum(group, of).toString());
        }
    }

    /** Every table. */
    String written() {
        return goals() + "\n"
                + table(
                        "condition",
                        byCondition(outcomes),
                        List.of(
                                new Column("photos", group -> Integer.toString(group.size())),
                                Column.share("code in the picture, read", StudyTable::codeRead),
                                Column.share("page found", Outcome::located),
                                Column.share(
                                        "sent back as too small", outcome -> new Share(outcome.tooSmall() ? 1 : 0, 1)),
                                new Column("error mm, median of the photos' p95 (p95)", StudyTable::errors),
                                Column.share("signature box", outcome -> outcome.marks()
                                        .signature()),
                                Column.share("left to a person", outcome -> outcome.marks()
                                        .signatureAsked())))
                + "\n"
                + table(
                        "condition",
                        byCondition(outcomes),
                        List.of(
                                Column.share(
                                        "date box", outcome -> outcome.marks().date()),
                                Column.share("seal's kind", outcome -> outcome.marks()
                                        .seal()),
                                Column.share("left to a person", outcome -> outcome.marks()
                                        .sealAsked()),
                                Column.share("filled though empty", outcome -> outcome.marks()
                                        .passed())))
                + "\n"
                + table(
                        "condition",
                        byCondition(outcomes),
                        List.of(
                                Column.share("altered amount or date found", found(Answer.FOUND, true)),
                                Column.share("another altered value found", found(Answer.FOUND, false)),
                                new Column("undecided", group -> count(group, Answer.UNDECIDED)),
                                new Column("missed", group -> count(group, Answer.MISSED)),
                                new Column("honest pages", group -> Long.toString(honest(group))),
                                new Column(
                                        "false boxes per 20",
                                        group -> perPages(group, outcome -> outcome.values()
                                                .told())),
                                new Column(
                                        "values left to a person per 20",
                                        group -> perPages(group, outcome -> outcome.values()
                                                .asked()))))
                + "\n"
                + table(
                        "kind of alteration",
                        byKind(),
                        List.of(
                                Column.share("found", outcome -> outcome.forged(Answer.FOUND)),
                                new Column("undecided", group -> count(group, Answer.UNDECIDED)),
                                new Column("missed", group -> count(group, Answer.MISSED)),
                                Column.share("of amounts and dates, found", found(Answer.FOUND, true)),
                                Column.share("undecided", found(Answer.UNDECIDED, true)),
                                Column.share("missed", found(Answer.MISSED, true))))
                + "\n"
                + costs();
    }

    private String goals() {
        List<Outcome> honest = outcomes.stream().filter(Outcome::isHonest).toList();
        List<Outcome> coded = outcomes.stream().filter(Outcome::codeInPicture).toList();
        List<Outcome> flat = outcomes.stream()
                .filter(outcome -> outcome.error() >= 0 && !outcome.condition().equals(HEAVY_CURL))
                .toList();
        double falseBoxes = PAGES * share(outcome -> outcome.values().told()).hits() / Math.max(1, honest.size());
        return "| goal | wanted | measured | |\n|---|---|---|---|\n"
                + goal("altered amount or date found", 0.99, share(found(Answer.FOUND, true)))
                + String.format(
                        Locale.ROOT,
                        "| false boxes per 20 honest pages | ≤ 1 | %.2f (on %d pages) | %s |%n",
                        falseBoxes,
                        honest.size(),
                        verdict(falseBoxes <= 1))
                + goal("page code in the picture: read, and the page found", 0.995, sum(coded, Outcome::reached))
                + goal("signature present or absent", 0.99, share(outcome -> outcome.marks()
                        .signature()))
                + goal("kind of seal", 0.98, share(outcome -> outcome.marks().seal()))
                + goal(
                        "page laid to 0.5 mm (95 % of its points), away from heavy curl",
                        0.95, sum(flat, outcome -> new Share(outcome.error() <= HALF_A_MILLIMETRE ? 1 : 0, 1)));
    }

    private static String goal(String what, double least, Share measured) {
        return String.format(
                Locale.ROOT,
                "| %s | ≥ %s %% | %s | %s |%n",
                what,
                Double.toString(100 * least).replaceAll("\\.0$", ""),
                measured,
                verdict(measured.rate() >= least));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "**not met**";
    }

    Share share(Function<Outcome, Share> of) {
        return sum(outcomes, of);
    }

    private static Share sum(List<Outcome> group, Function<Outcome, Share> of) {
        return group.stream().map(of).reduce(new Share(0, 0), Share::and);
    }

    private static Share codeRead(Outcome outcome) {
        return outcome.codeInPicture() ? new Share(outcome.code() ? 1 : 0, 1) : new Share(0, 0);
    }

    private static Function<Outcome, Share> found(Answer answer, boolean weighty) {
        return outcome -> outcome.forged(answer, weighty);
    }

    private static String count(List<Outcome> group, Answer answer) {
        return Integer.toString(sum(group, outcome -> outcome.forged(answer)).hits());
    }

    private static long honest(List<Outcome> group) {
        return group.stream().filter(Outcome::isHonest).count();
    }

    private static String perPages(List<Outcome> group, Function<Outcome, Share> of) {
        long pages = honest(group);
        return pages == 0
                ? "–"
                : String.format(Locale.ROOT, "%.2f", PAGES * sum(group, of).hits() / pages);
    }

    private static String table(String first, Map<String, List<Outcome>> groups, List<Column> columns) {
        StringBuilder text = new StringBuilder("| ").append(first).append(" |");
        columns.forEach(column -> text.append(' ').append(column.title).append(" |"));
        text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        groups.forEach((name, group) -> {
            text.append("| ").append(name).append(" |");
            columns.forEach(
                    column -> text.append(' ').append(column.cell.apply(group)).append(" |"));
            text.append('\n');
        });
        return text.toString();
    }

    private static Map<String, List<Outcome>> byCondition(List<Outcome> outcomes) {
        return groups(outcomes, outcome -> true, Outcome::condition);
    }

    private Map<String, List<Outcome>> byKind() {
        return groups(outcomes, outcome -> outcome.values().forged() != null, outcome -> {
            Outcome.Forged forged = outcome.values().forged();
            return forged == null ? "" : forged.kind();
        });
    }

    private static Map<String, List<Outcome>> groups(
            List<Outcome> outcomes, Predicate<Outcome> which, Function<Outcome, String> name) {
        List<Outcome> chosen = outcomes.stream().filter(which).toList();
        Map<String, List<Outcome>> named = new TreeMap<>();
        for (Outcome outcome : chosen) {
            named.computeIfAbsent(name.apply(outcome), key -> new ArrayList<>()).add(outcome);
        }
        Map<String, List<Outcome>> groups = new LinkedHashMap<>(named);
        groups.put(ALL, chosen);
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

    private String costs() {
        return "| milliseconds | p50 | p95 |\n|---|---|---|\n"
                + cost("decoding, processor", "%.0f", outcome -> outcome.cost().decode())
                + cost("page code, processor", "%.0f", outcome -> outcome.cost().code())
                + cost("finding, straightening, comparing, processor", "%.0f", outcome -> outcome.cost()
                        .compare())
                + cost("marks, processor", "%.0f", outcome -> outcome.cost().marks())
                + cost("all, by the clock", "%.0f", outcome -> outcome.cost().wall())
                + cost("load of the machine, processes", "%.1f", outcome -> outcome.cost()
                        .load());
    }

    private String cost(String what, String format, ToDoubleFunction<Outcome> of) {
        double[] costs = outcomes.stream().mapToDouble(of).sorted().toArray();
        return String.format(
                Locale.ROOT, "| %s | " + format + " | " + format + " |%n", what, at(costs, 0.5), at(costs, 0.95));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
}
