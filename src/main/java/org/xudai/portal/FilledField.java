package org.xudai.portal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xudai.forms.FormField;

/**
 * A field of a form with what is in it.
 *
 * @param field the field
 * @param label its label
 * @param hint help; empty where there is none
 * @param value what stands in it
 * @param problem what is wrong with it; empty where nothing is
 * @param capitals an amount in Chinese capitals, else empty
 * @param shown the answer as he chose it
 */
record FilledField(
        FormField field, String label, String hint, String value, String problem, String capitals, String shown) {

    public String name() {
        return field.name();
    }

    public boolean isWrong() {
        return !problem.isEmpty();
    }

    /** Few choices are shown at once, many in a list. */
    public boolean isShortChoice() {
        return field.type() == FormField.Type.CHOICE && field.choices().size() <= 4;
    }

    /** A numeric keyboard for what is a number. */
    public boolean isPlain() {
        return switch (field.type()) {
            case TEXT, AMOUNT_IN_CAPITALS, INTEGER, DATE -> true;
            case LONG_TEXT, AMOUNT, CHOICE -> false;
        };
    }

    /** Ids of what describes the field, or nothing. */
    public String describedBy() {
        return Stream.of(
                        hint.isEmpty() ? "" : name() + "-hint",
                        problem.isEmpty() ? "" : name() + "-error",
                        field.type() == FormField.Type.AMOUNT ? name() + "-echo" : "")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
