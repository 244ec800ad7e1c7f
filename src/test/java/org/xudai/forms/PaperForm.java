package org.xudai.forms;

import java.util.List;
import java.util.Map;
import org.xudai.kernel.CaseNumber;

/**
 * A filled form with what is printed in its fields.
 *
 * @param number the case
 * @param filled the form
 * @param printed text by name of field
 */
public record PaperForm(CaseNumber number, FilledForm filled, Map<String, String> printed) {

    /** The boxes of a page, from 1. */
    public List<FormBox> boxes(int page) {
        return filled.layout().pages().get(page - 1).boxes();
    }

    /** The boxes of a page of one kind. */
    public List<FormBox> boxes(int page, FormBox.Kind kind) {
        return boxes(page).stream().filter(box -> box.kind() == kind).toList();
    }

    /** One box of a page. */
    public FormBox box(int page, String name) {
        return boxes(page).stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is printed in a box, empty where nothing is. */
    public String text(FormBox box) {
        return printed.getOrDefault(box.name(), "");
    }
}
