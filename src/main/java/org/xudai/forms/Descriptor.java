package org.xudai.forms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The descriptor {@code form.json} that stands beside a form's PDF.
 *
 * @param number number in page codes, 1 to 99
 * @param titles title by language
 * @param steps titles of the steps on the screen
 * @param fields every field of the PDF
 * @param boxes boxes for signature, seal, date and page code; those of fields come from the PDF
 */
record Descriptor(
        int number, Map<String, String> titles, List<Map<String, String>> steps, List<Field> fields, List<Box> boxes) {

    Descriptor {
        titles = Map.copyOf(Objects.requireNonNull(titles, "titles"));
        steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
        fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
        boxes = List.copyOf(Objects.requireNonNull(boxes, "boxes"));
    }

    /**
     * A field; what is left out of the file is empty.
     *
     * @param notAbove for amounts: the field whose amount is the most that may be entered
     */
    record Field(
            String name,
            FormField.@Nullable Type type,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> hints,
            int step,
            @Nullable String binding,
            boolean required,
            boolean editable,
            int maxLength,
            @Nullable String notAbove,
            @Nullable List<FormField.Choice> choices) {

        private static final int USUAL_LENGTH = 100;

        Field {
            Objects.requireNonNull(name, "name of a field");
        }

        FormField field() {
            return new FormField(
                    name,
                    type == null ? FormField.Type.TEXT : type,
                    labels == null ? Map.of() : labels,
                    hints == null ? Map.of() : hints,
                    step,
                    binding,
                    required,
                    editable,
                    maxLength == 0 ? USUAL_LENGTH : maxLength,
                    choices == null ? List.of() : choices);
        }
    }

    /**
     * A box for a mark or a page code.
     *
     * @param required whether a mark is needed there
     * @param requiredWith the binding that must have a value for that, e.g. {@code shareholder.2.name}
     * @param optionalFor sizes of borrower ({@code borrower.size}) for whom no mark is needed, e.g. 个体工商户
     */
    record Box(
            int page,
            String name,
            FormBox.Kind kind,
            double x,
            double y,
            double width,
            double height,
            @Nullable Set<FormBox.Mark> accepts,
            boolean required,
            @Nullable String requiredWith,
            @Nullable Set<String> optionalFor) {

        private static final String SIZE = "borrower.size";

        Box {
            Objects.requireNonNull(name, "name of a box");
            Objects.requireNonNull(kind, "kind of a box");
        }

        /** The box on a form filled with these values by binding. */
        FormBox box(Map<String, String> bound) {
            boolean there = requiredWith == null
                    || !bound.getOrDefault(requiredWith, "").isBlank();
            boolean spared = optionalFor != null && optionalFor.contains(bound.getOrDefault(SIZE, ""));
            return new FormBox(
                    page,
                    name,
                    kind,
                    x,
                    y,
                    width,
                    height,
                    accepts == null ? Set.of() : accepts,
                    required && there && !spared);
        }
    }
}
