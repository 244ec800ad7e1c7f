package org.xudai.forms.template;

import java.util.List;
import java.util.Map;

/** A piece of a form's text. */
sealed interface Block {

    /** A heading of a section. */
    record Heading(String text) implements Block {}

    /** A paragraph of text and fields. */
    record Paragraph(List<Part> parts, Style style) implements Block {}

    /** How a paragraph is set: a note smaller, a warning heavier. */
    enum Style {
        PLAIN,
        NOTE,
        WARNING
    }

    /** A row of a table; a head is set bold. */
    record Row(List<List<Part>> cells, boolean head) implements Block {}

    /** Boxes for a signature, a date and a seal. */
    record Marks(Map<String, String> settings) implements Block {

        String get(String key) {
            return settings.getOrDefault(key, "");
        }
    }

    /** A setting for what follows, e.g. the widths of columns. */
    record Setting(String name, List<String> values) implements Block {}

    /** A part of a line. */
    sealed interface Part {

        /** Printed text. */
        record Text(String text) implements Part {}

        /** A field; width 0 fills the cell. */
        record Slot(String field, float width) implements Part {}

        /** A box for a mark that fills the cell. */
        record MarkBox(String kind, String name, Map<String, String> settings) implements Part {}
    }
}
