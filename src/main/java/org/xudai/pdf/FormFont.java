package org.xudai.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The font that values are filled in with: LXGW WenKai, a kai face that holds all of GB 2312 and rare characters of names
 * (䶮, 𠮷). Parsed once and shared by all threads; each document embeds the glyphs it uses.
 */
@Component
public class FormFont {

    private static final String RESOURCE = "/fonts/LXGWWenKai-Regular.ttf";
    private static final int GRID = 6;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final float THOUSAND = 1000f;

    private static final TrueTypeFont FONT = read();

    private final TrueTypeFont font = FONT;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    FormFont() {
        try {
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont read() {
        try (InputStream in = FormFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("no font " + RESOURCE);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text without what cannot be seen: line ends become {@code \n}, tabs and other blanks a space; format characters
     * (byte order marks, zero-width joiners that chats add), variation selectors and controls go.
     */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.replaceAll("\\R", "\n").codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (point == '\n') {
                visible.append('\n');
            } else if (point == '\t' || (type == Character.SPACE_SEPARATOR && point != IDEOGRAPHIC_SPACE)) {
                visible.append(' ');
            } else if (type != Character.FORMAT && type != Character.CONTROL && !selectsVariation(point)) {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    /** Variation selectors (Unicode 23.4) choose another shape of the same character; without them it is itself. */
    private static boolean selectsVariation(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    /** The first character of a text that the font lacks; what cannot be seen is never printed. */
    public OptionalInt missing(String text) {
        return visible(text)
                .codePoints()
                .filter(point -> point != '\n')
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

    /** Makes the glyphs that were embedded in a document smaller, see {@link CoarseGlyphs}. */
    public static void shrink(PDType0Font embedded) throws IOException {
        PDFontDescriptor descriptor = embedded.getFontDescriptor();
        PDStream file = descriptor == null ? null : descriptor.getFontFile2();
        if (file == null) {
            throw new IllegalStateException("the font is not embedded");
        }
        byte[] glyphs = CoarseGlyphs.of(file.toByteArray(), GRID);
        try (OutputStream out = file.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(glyphs);
        }
        file.getCOSObject().setInt(COSName.LENGTH1, glyphs.length);
    }
}
