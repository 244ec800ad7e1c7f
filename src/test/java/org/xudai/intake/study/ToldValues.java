package org.xudai.intake.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.PageComparison;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.studio.Alteration;
import org.xudai.intake.studio.Trace;
import org.xudai.intake.studio.Truth;

/**
 * Holds what is told of printed values against what was done to them.
 *
 * @param truth what the photo shows
 * @param inView whether it shows all of a box
 * @param wrong takes in words what was wrong
 */
record ToldValues(Truth truth, Predicate<FormBox> inView, List<String> wrong) {

    private static final List<String> STROKES = List.of("1→4", "3→8");

    /** Of a page that is sent back unread. */
    Outcome.Values ofNone() {
        Share none = new Share(0, 0);
        return new Outcome.Values(forgery().isEmpty(), none, none, null);
    }

    private Optional<Trace> forgery() {
        return truth.subject().traces().stream()
                .filter(trace -> trace.act() == Trace.Act.ALTERED)
                .findFirst();
    }

    Outcome.Values of(PageComparison comparison) {
        Optional<Trace> forgery = forgery();
        Share told = new Share(0, 0);
        Share asked = new Share(0, 0);
        for (ValueReading value : comparison.values()) {
            if (forgery.isEmpty() && inView.test(value.box())) {
                told = told.and(value.outcome() == ValueReading.Outcome.ALTERED);
                asked = asked.and(value.outcome() == ValueReading.Outcome.UNDECIDED);
                if (value.outcome() != ValueReading.Outcome.NOTHING_FOUND) {
                    wrong.add(said(value) + ", was honest");
                }
            }
        }
        return new Outcome.Values(
                forgery.isEmpty(),
                told,
                asked,
                forgery.flatMap(trace -> forged(trace, comparison)).orElse(null));
    }

    private Optional<Outcome.Forged> forged(Trace trace, PageComparison comparison) {
        FormBox box = truth.subject().form().box(truth.subject().page(), String.valueOf(trace.box()));
        if (!inView.test(box)) {
            return Optional.empty();
        }
        String kind = kind(trace);
        Optional<ValueReading> reading = comparison.values().stream()
                .filter(value -> value.box().equals(box))
                .findFirst();
        Outcome.Answer answer = reading.map(ToldValues::answer).orElse(Outcome.Answer.UNDECIDED);
        if (answer != Outcome.Answer.FOUND) {
            wrong.add(reading.map(ToldValues::said).orElse(box.name()) + ", was " + kind + " " + trace.figures());
        }
        return Optional.of(new Outcome.Forged(kind, Subject.isAmountOrDate(box), answer));
    }

    private static Outcome.Answer answer(ValueReading value) {
        return switch (value.outcome()) {
            case ALTERED -> Outcome.Answer.FOUND;
            case UNDECIDED -> Outcome.Answer.UNDECIDED;
            case NOTHING_FOUND -> Outcome.Answer.MISSED;
        };
    }

    private static String kind(Trace trace) {
        return switch (Alteration.valueOf(trace.kind())) {
            case OVERWRITTEN_DIGIT -> "overwritten digit";
            case PEN_STROKE -> STROKES.contains(trace.figures()) ? trace.figures() + " by a pen" : "another stroke";
            case CORRECTION_FLUID -> "correction fluid";
            case HANDWRITTEN_OVER -> "handwriting over print";
            case INSERTED_DIGIT -> "inserted digit";
            case SWAPPED_WORDS -> "swapped word";
        };
    }

    private static String said(ValueReading value) {
        return String.format(
                Locale.ROOT,
                "%s %s %s +%.1f -%.1f",
                value.box().name(),
                value.outcome(),
                value.reason(),
                value.extra(),
                value.missing());
    }
}
