package org.xudai.forms;

import java.util.List;
import java.util.Map;
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
        int number,
        Map<String, String> titles,
        List<Map<String, String>> steps,
        List<Field> fields,
        List<FormBox> boxes) {

    /** A field; what is left out of the file is empty. */
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
            @Nullable List<FormField.Choice> choices) {

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
                    maxLength == 0 ? 100 : maxLength,
                    choices == null ? List.of() : choices);
        }
    }
}
