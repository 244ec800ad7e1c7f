package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xudai.intake.PageCodeReader.Effort;
import org.xudai.intake.compare.IssuedPage;

/** Two pages that lie in one picture are two: the second is not passed over because the first was read. */
class PageCodeReaderTests {

    private static List<IssuedPage> pages = List.of();

    private final PageCodeReader reader = new PageCodeReader();

    @BeforeAll
    static void aFormIsIssued() throws Exception {
        pages = PageComparisonTests.issued();
    }

    @ParameterizedTest
    @CsvSource({"1440, 0", "2000, 0", "4000, 0", "1440, 150", "2000, 150", "4000, 150"})
    void bothCodesOfTwoPagesSideBySideAreRead(int width, int apart) {
        assertThat(reader.read(sideBySide(width, apart), Effort.ALL))
                .extracting(FoundCode::text)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aPageByItselfHasOneCode() {
        assertThat(reader.read(pages.get(0).rendering(), Effort.ALL)).hasSize(1);
    }

    /** Two pages on a table; the right one lies a little lower, and nearer to the camera by a tenth. */
    private static BufferedImage sideBySide(int width, int apart) {
        int height = width * 3 / 4;
        BufferedImage table = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D scene = table.createGraphics();
        scene.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        scene.setColor(new Color(0x8a, 0x74, 0x5c));
        scene.fillRect(0, 0, width, height);
        int page = (width - apart) / 2 - width / 25;
        int lower = height / 30;
        draw(scene, pages.get(0).rendering(), width / 50, lower, page * 9 / 10);
        draw(scene, pages.get(1).rendering(), width / 2 + apart / 2, lower * 2, page);
        scene.dispose();
        return table;
    }

    private static void draw(Graphics2D scene, BufferedImage page, int x, int y, int width) {
        scene.drawImage(page, x, y, width, width * page.getHeight() / page.getWidth(), null);
    }
}
