package org.xudai.forms;

/** A value holds a character that the font of the forms lacks: it is named, never printed as a box. */
public class UnprintableText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final int codePoint;

    public UnprintableText(String field, int codePoint) {
        super("field " + field + ": no glyph for U+" + Integer.toHexString(codePoint));
        this.field = field;
        this.codePoint = codePoint;
    }

    public String field() {
        return field;
    }

    public int codePoint() {
        return codePoint;
    }

    /** The character itself. */
    public String character() {
        return Character.toString(codePoint);
    }
}
