package org.xudai.intake.bent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BentCodeTests {

    private static final PrintedCode ONE = new PrintedCode("XD1/ONE7Q4M2KD8S5FH0ZJ/01/3/4C9Y1B2X");
    private static final PrintedCode OTHER = new PrintedCode("XD1/TWO3WJ6T9RA1VE8NPG/02/1/7H5K0Q8D");
    private static final int LEFT = 300;
    private static final int TOP = 300;
    private static final int MODULE = 5;

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "0.5, 0, 0", "0.45, 0.4, 0", "2, 0, 0", "1.4, -0.5, 0", "1, 0, 2", "0.6, 0.3, 2", "1, 0, -3"
    })
    void aCodeIsReadHoweverItsPaperSlantsAndBends(double squeeze, double slant, double bow) {
        BufferedImage paper = PrintedCode.paper();
        ONE.drawOn(paper, LEFT, TOP, squeeze, slant);

        List<BentCode> codes = read(PrintedCode.bent(paper, LEFT + 16 * MODULE, bow));

        assertThat(codes).extracting(BentCode::text).containsExactly(ONE.text());
    }

    @Test
    void itsCornersAreWhereTheyWereDrawn() {
        BufferedImage paper = PrintedCode.paper();
        ONE.drawOn(paper, LEFT, TOP, 0.5, 0.2);

        BentCode code = read(paper).get(0);

        assertThat(code.place().topRight().x()).isCloseTo(LEFT + 29.5 * MODULE + 0.2 * 3.5 * MODULE, within(1.0));
        assertThat(code.place().bottomLeft().y()).isCloseTo(TOP + 0.5 * 29.5 * MODULE, within(1.0));
    }

    @Test
    void twoCodesInOnePictureAreBothRead() {
        BufferedImage paper = PrintedCode.paper();
        ONE.drawOn(paper, 100, 100, 0.5, 0);
        OTHER.drawOn(paper, 700, 500, 0.7, 0.3);

        assertThat(read(paper)).extracting(BentCode::text).containsExactlyInAnyOrder(ONE.text(), OTHER.text());
    }

    @Test
    void whatIsNoPageCodeIsPassedOver() {
        BufferedImage paper = PrintedCode.paper();
        new PrintedCode("https://example.com/pay?order=1").drawOn(paper, LEFT, TOP, 0.5, 0);

        assertThat(read(paper)).isEmpty();
    }

    @Test
    void aMirroredCodeIsNone() {
        BufferedImage paper = PrintedCode.paper();
        ONE.drawOn(paper, LEFT, TOP, -1, 0);

        assertThat(read(paper)).isEmpty();
    }

    @Test
    void onBarePaperThereIsNone() {
        assertThat(read(PrintedCode.paper())).isEmpty();
    }

    private static List<BentCode> read(BufferedImage picture) {
        return BentCode.in(picture, text -> text.startsWith("XD1/"));
    }
}
