package org.xudai.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Chinese text in lines of ten letters. */
class LineBreaksTests {

    @Test
    void linesAreFilledAndNothingIsLost() {
        assertThat(lines("武夷山云溪茶业有限公司卖岩茶")).containsExactly("武夷山云溪茶业有限公", "司卖岩茶");
    }

    @Test
    void noLineBeginsWithAComma() {
        assertThat(lines("武夷山云溪茶业有限，公司")).containsExactly("武夷山云溪茶业有限，", "公司");
        assertThat(lines("武夷山云溪茶业有限公，司")).containsExactly("武夷山云溪茶业有限", "公，司");
    }

    @Test
    void noLineEndsWithAnOpeningBracket() {
        assertThat(lines("武夷山云溪茶业有限（公司）")).containsExactly("武夷山云溪茶业有限", "（公司）");
    }

    @Test
    void numbersStayWhole() {
        assertThat(lines("每月销售大约是300,000.00元")).containsExactly("每月销售大约是", "300,000.00", "元");
    }

    @Test
    void aWordLongerThanALineIsBroken() {
        assertThat(lines("ABCDEFGHIJKLM")).containsExactly("ABCDEFGHIJ", "KLM");
    }

    @Test
    void paragraphsAndEmptyLinesStay() {
        assertThat(lines("一\n\n二")).containsExactly("一", "", "二");
    }

    private static List<String> lines(String text) {
        return new LineBreaks(part -> part.codePointCount(0, part.length()), 10).of(text);
    }
}
