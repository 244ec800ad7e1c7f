package org.xudai.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xudai.kernel.FieldProblem;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.CreditSubject;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Material;

/** Says each problem of a decision in a sentence, at the field of the page that it belongs to. */
@Component
class TaskProblems {

    private static final Pattern QUERY = Pattern.compile("opinion\\.creditQueries\\[(\\d+)]\\.(\\w+)");
    private static final Pattern CORRECTION = Pattern.compile("corrections\\[(\\d+)]\\.(\\w+)");
    private static final Map<String, String> FIELDS = Map.of(
            "opinion.amount", "amount",
            "opinion.termMonths", "term",
            "terms.amount", "tamount",
            "terms.termMonths", "tterm",
            "comment", "comment");

    private final MessageSource texts;

    TaskProblems(MessageSource texts) {
        this.texts = texts;
    }

    /** Sentences by the id of the field, in the order of the problems. */
    Map<String, String> said(
            List<FieldProblem> problems,
            TaskEntry entry,
            HumanTaskKind kind,
            List<Material> materials,
            List<CreditSubject> subjects) {
        Map<String, String> said = new LinkedHashMap<>();
        for (FieldProblem problem : problems) {
            Place place = place(problem, entry, kind, materials, subjects);
            said.putIfAbsent(place.id(), sentence(problem, place));
        }
        return said;
    }

    /** The id of a field, and whom or what it is about where the page has several such fields. */
    private record Place(String id, String about) {}

    private Place place(
            FieldProblem problem,
            TaskEntry entry,
            HumanTaskKind kind,
            List<Material> materials,
            List<CreditSubject> subjects) {
        Matcher query = QUERY.matcher(problem.field());
        if (query.matches()) {
            int subject = entry.queried(subjects).get(Integer.parseInt(query.group(1)));
            char field = query.group(2).equals("subject") ? 'n' : query.group(2).charAt(0);
            return new Place("q" + subject + field, subjects.get(subject).name());
        }
        if (problem.field().equals("opinion.creditQueries")) {
            for (int i = 0; i < subjects.size(); i++) {
                if (subjects.get(i).subject().equals(problem.shown())) {
                    return new Place("q" + i + "n", subjects.get(i).name());
                }
            }
        }
        Matcher correction = CORRECTION.matcher(problem.field());
        if (correction.matches()) {
            List<CorrectionRequest> asked = entry.corrections(materials);
            String code =
                    asked.get(Integer.parseInt(correction.group(1))).material().value();
            return new Place((correction.group(2).equals("text") ? "t-" : "r-") + code, text("material." + code));
        }
        if (problem.field().equals("corrections") && !materials.isEmpty()) {
            return new Place("c-" + materials.get(0).code(), "");
        }
        return new Place(
                FIELDS.getOrDefault(
                        problem.field(), "o-" + DeskTasks.ordered(kind).get(0)),
                "");
    }

    private String sentence(FieldProblem problem, Place place) {
        String sentence = texts.getMessage(
                "problem." + problem.problem(), new Object[] {problem.shown()}, LocaleContextHolder.getLocale());
        return place.about().isEmpty()
                ? sentence
                : texts.getMessage(
                        "desk.about", new Object[] {place.about(), sentence}, LocaleContextHolder.getLocale());
    }

    private String text(String key) {
        String text = texts.getMessage(key, null, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }
}
