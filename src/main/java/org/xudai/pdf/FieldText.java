package org.xudai.pdf;

/**
 * What goes into a field of a form.
 *
 * @param field name of the field
 * @param text the text; empty leaves it blank. What cannot be seen (tabs, format characters) is left out, see
 *     {@link FormFont#visible}
 * @param open whether somebody may still type in it; else it is read-only
 * @param multiline whether the text is broken into lines; else it stays on one line and shrinks to fit
 */
public record FieldText(String field, String text, boolean open, boolean multiline) {

    public FieldText {
        text = FormFont.visible(text);
    }
}
