package org.xudai.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xudai.pdf.PageSize;
import org.xudai.pdf.PdfWidget;

/**
 * A form as loaded.
 *
 * @param template what it is
 * @param pdf its bytes
 * @param sizes sizes of its pages
 * @param widgets where its fields stand
 * @param boxes its boxes for marks and page codes
 * @param limits fields of an amount by the field that limits them
 */
record LoadedTemplate(
        FormTemplate template,
        byte[] pdf,
        List<PageSize> sizes,
        List<PdfWidget> widgets,
        List<Descriptor.Box> boxes,
        Map<String, String> limits) {

    /** The boxes of page codes. */
    List<Descriptor.Box> codes() {
        return boxes.stream().filter(box -> box.kind() == FormBox.Kind.CODE).toList();
    }

    /**
     * Where things are once filled: a field with a text is a printed value, an empty one a place to write.
     *
     * @param printed texts by field name
     * @param bound values by binding
     */
    FormLayout layout(Map<String, String> printed, Map<String, String> bound) {
        Map<String, FormField> fields = new HashMap<>();
        template.fields().forEach(field -> fields.put(field.name(), field));
        List<FormBox> all = new ArrayList<>();
        for (PdfWidget widget : widgets) {
            FormField field = fields.get(widget.field());
            boolean blank = printed.getOrDefault(widget.field(), "").isBlank();
            all.add(new FormBox(
                    widget.page(),
                    widget.field(),
                    blank ? FormBox.Kind.TEXT : FormBox.Kind.VALUE,
                    rounded(widget.x()),
                    rounded(widget.y()),
                    rounded(widget.width()),
                    rounded(widget.height()),
                    Set.of(),
                    blank && field != null && field.editable() && field.required()));
        }
        boxes.forEach(box -> all.add(box.box(bound)));
        List<FormLayout.Page> pages = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            int page = i + 1;
            pages.add(new FormLayout.Page(
                    rounded(sizes.get(i).width()),
                    rounded(sizes.get(i).height()),
                    all.stream().filter(box -> box.page() == page).toList()));
        }
        return new FormLayout(pages);
    }

    private static double rounded(double points) {
        return Math.round(points * 100) / 100.0;
    }
}
