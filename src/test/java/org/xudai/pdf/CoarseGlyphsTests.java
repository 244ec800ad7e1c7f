package org.xudai.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** Outlines on a coarser grid are smaller and look the same. */
class CoarseGlyphsTests {

    private static final int STEP = 6;

    @Test
    void everyLetterKeepsItsShapeWithinAStep() throws Exception {
        byte[] before = font();
        byte[] after = CoarseGlyphs.of(before, STEP);
        TrueTypeFont original = parse(before);
        TrueTypeFont coarse = parse(after);
        CmapLookup glyphs = original.getUnicodeCmapLookup();

        assertThat(after.length).isLessThan(before.length);
        for (int point : "武夷山云溪餐饮管理有限责任公司陈䶮𠮷ABCgy0123456789.,".codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(point);
            var was = original.getGlyph().getGlyph(glyph).getPath().getBounds2D();
            var is = coarse.getGlyph().getGlyph(glyph).getPath().getBounds2D();
            assertThat(is.getX()).isCloseTo(was.getX(), within());
            assertThat(is.getY()).isCloseTo(was.getY(), within());
            assertThat(is.getMaxX()).isCloseTo(was.getMaxX(), within());
            assertThat(is.getMaxY()).isCloseTo(was.getMaxY(), within());
            assertThat(coarse.getAdvanceWidth(glyph)).isEqualTo(original.getAdvanceWidth(glyph));
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset((double) STEP);
    }

    private static TrueTypeFont parse(byte[] font) throws Exception {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }

    private static byte[] font() throws Exception {
        try (InputStream in = FormFont.class.getResourceAsStream("/fonts/LXGWWenKai-Regular.ttf")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
