package org.xudai.intake.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure that was swapped for a like one is found by the page's own print, however soft the photo. */
class FiguresTests {

    private static final Window PLACE = new Window(300, 200, 260, 60);
    private static final String ISSUED = "2026-11-06";

    /** How print looks in a photo a little out of focus: the soft term alone, nine tenths as black. */
    private static final double[] SOFT = {0, 0.9, 0, 0, 0, 0, 0, 0, 0};

    private static final List<PrintedFigure> ON_THE_PAGE = PrintedFigure.in(drawn("0123456789", 0), PLACE);

    private static final PrintedFigure LAST = issued().get(issued().size() - 1);

    @Test
    void aSixThatBecameAnEightIsFoundWhereItStands() {
        assertThat(ON_THE_PAGE).hasSize(10);
        assertThat(new Figures(() -> ON_THE_PAGE)
                        .swapped(PLACE, photographed(drawn("2026-11-08", 0)), expected(), SOFT, issued(), false))
                .hasValueSatisfying(where -> assertThat(where).isEqualTo(Region.of(LAST.window(), 0, 0)));
    }

    @Test
    void figuresThatLieALittleBesideTheirPlaceAreTheSame() {
        for (double beside : new double[] {0, 0.4, 0.8}) {
            assertThat(new Figures(() -> ON_THE_PAGE)
                            .swapped(PLACE, photographed(drawn(ISSUED, beside)), expected(), SOFT, issued(), false))
                    .isEmpty();
        }
    }

    /** Where no other figure of the page explains it, a difference has to be large, and the value faint already. */
    @Test
    void aFigureThatIsGoneIsToldOnlyOfAValueThatDiffers() {
        Field seen = photographed(drawn("2026-11-0", 0));

        assertThat(new Figures(List::of).swapped(PLACE, seen, expected(), SOFT, issued(), true))
                .isPresent();
        assertThat(new Figures(List::of).swapped(PLACE, seen, expected(), SOFT, issued(), false))
                .isEmpty();
    }

    private static List<PrintedFigure> issued() {
        return PrintedFigure.in(drawn(ISSUED, 0), PLACE);
    }

    private static Field expected() {
        return photographed(drawn(ISSUED, 0));
    }

    private static Field photographed(Field print) {
        return new PrintModel(print, print).predicted(SOFT);
    }

    private static Field drawn(String text, double beside) {
        BufferedImage picture = new BufferedImage(PLACE.width(), PLACE.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 28));
        pen.drawString(text, (float) (30 + beside), 42);
        pen.dispose();
        Field print = Field.empty(PLACE.width(), PLACE.height());
        for (int y = 0, i = 0; y < PLACE.height(); y++) {
            for (int x = 0; x < PLACE.width(); x++, i++) {
                print.values()[i] = picture.getRaster().getSample(x, y, 0) / 255f;
            }
        }
        return print;
    }
}
