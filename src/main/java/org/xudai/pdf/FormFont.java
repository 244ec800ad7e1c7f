package org.xudai.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The font that values are filled in with: LXGW WenKai, a kai face that holds all of GB 2312 and rare characters of names
 * (䶮, 𠮷). Parsed once and shared by all threads; each document embeds the glyphs it uses.
 */
@Component
public class FormFont {

    private static final String RESOURCE = "/fonts/LXGWWenKai-Regular.ttf";
    private static final float THOUSAND = 1000f;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    FormFont() {
        try (InputStream in = FormFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("no font " + RESOURCE);
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first character of a text that the font lacks; line breaks are never printed. */
    public OptionalInt missing(String text) {
        return text.codePoints()
                .filter(point -> point != '\n' && point != '\r')
                .filter(point -> glyphs.getGlyphId(point) == 0)
                .findFirst();
    }

    /** Width of a text at a size, in points. */
    float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(this::advance).sum() * size / THOUSAND;
    }

    private double advance(int point) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(point)) * (double) THOUSAND / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font in a document, of which only the glyphs used are embedded on saving. */
    PDType0Font in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }
}
