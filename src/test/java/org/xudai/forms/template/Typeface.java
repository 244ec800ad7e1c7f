package org.xudai.forms.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of the printed text in a document.
 *
 * @param weight width of the line drawn round heavy letters, as a part of their size; 0 for plain ones. A second font
 *     would cost more bytes than all headings are worth.
 */
record Typeface(PDType0Font font, float weight) {

    private static final float HEAVY = 0.028f;

    static Typeface of(PDDocument document, Path file) throws IOException {
        return new Typeface(
                PDType0Font.load(document, new TTFParser().parse(new RandomAccessReadBufferedFile(file)), true), 0);
    }

    Typeface heavy() {
        return new Typeface(font, HEAVY);
    }

    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
