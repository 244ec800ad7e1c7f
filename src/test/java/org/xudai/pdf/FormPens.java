package org.xudai.pdf;

/** What fills forms, for tests without a context. */
public final class FormPens {

    private final FormFont font = new FormFont();

    /** The font of values. */
    public FormFont font() {
        return font;
    }

    /** Fills fields. */
    public PdfForm pdf() {
        return new PdfForm(font);
    }
}
