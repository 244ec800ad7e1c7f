package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xudai.forms.FormBox;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.PageComparison;
import org.xudai.intake.compare.Quality;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.compare.ValueReading.Outcome;

/** One changed digit in a printed value is found; what the borrower may write and stamp is no alteration. */
class RedlineTests {

    private static final List<PaperPhoto> CAMERAS = List.of(PaperPhoto.ofCamera(), PaperPhoto.ofMessenger());
    private static final Color PEN = new Color(30, 34, 60);
    private static final Color SEAL = new Color(205, 40, 45);
    private static final Color BLUE = new Color(50, 70, 175);
    private static final String VALUE = "balance";

    private static List<IssuedPage> pages = List.of();

    /** What somebody does to a value whose figures lie where the list says. */
    private enum Alteration {
        OVERWRITTEN((pen, figures) -> {
            Rectangle figure = figures.get(0);
            pen.setFont(new Font(Font.SERIF, Font.BOLD, figure.height * 4 / 3));
            pen.drawString("8", figure.x - 1, figure.y + figure.height);
        }),
        STROKE_ADDED((pen, figures) -> {
            Rectangle figure = figures.get(0);
            pen.drawLine(figure.x - 2, figure.y + 2, figure.x - 2, figure.y + figure.height - 2);
        }),
        INSERTED((pen, figures) -> {
            Rectangle last = figures.get(figures.size() - 1);
            int x = last.x + last.width + 6;
            pen.drawLine(x, last.y, x, last.y + last.height);
        }),
        PAINTED_OUT((pen, figures) -> {
            Rectangle figure = figures.get(1);
            pen.setColor(new Color(250, 250, 247));
            pen.fillRect(figure.x - 1, figure.y - 2, figure.width + 2, figure.height + 4);
        }),
        STRUCK_THROUGH((pen, figures) -> {
            Rectangle first = figures.get(0);
            Rectangle last = figures.get(figures.size() - 1);
            int y = first.y + first.height / 2;
            pen.drawLine(first.x - 3, y, last.x + last.width + 3, y + 1);
        });

        private final BiConsumer<Graphics2D, List<Rectangle>> deed;

        Alteration(BiConsumer<Graphics2D, List<Rectangle>> deed) {
            this.deed = deed;
        }
    }

    @BeforeAll
    static void aFormIsIssued() throws Exception {
        pages = PageComparisonTests.issued();
    }

    @ParameterizedTest
    @EnumSource
    void anAlteredAmountIsFoundAndNothingElse(Alteration alteration) throws Exception {
        IssuedPage issued = pages.get(0);
        FormBox box = box(issued, VALUE);
        BufferedImage paper = marked(issued, pen -> alteration.deed.accept(pen, figures(issued, box)));
        for (PaperPhoto camera : CAMERAS) {
            PageComparison comparison = compared(camera, paper, issued);

            assertThat(comparison.values())
                    .filteredOn(value -> value.outcome() != Outcome.NOTHING_FOUND)
                    .singleElement()
                    .satisfies(value -> {
                        assertThat(value.box()).isEqualTo(box);
                        assertThat(value.outcome()).isEqualTo(Outcome.ALTERED);
                        assertThat(value.where()).isNotEmpty();
                    });
        }
    }

    @Test
    void anHonestPageShowsNoAlteration() throws Exception {
        int looked = 0;
        for (IssuedPage issued : pages) {
            for (PaperPhoto camera : CAMERAS) {
                PageComparison comparison = compared(camera, issued.rendering(), issued);

                assertThat(comparison.values())
                        .allSatisfy(value ->
                                assertThat(value.outcome()).as(value.toString()).isEqualTo(Outcome.NOTHING_FOUND));
                assertThat(comparison.stray()).isEmpty();
                looked += comparison.values().size();
            }
        }
        assertThat(looked).isGreaterThan(30);
    }

    @Test
    void aSealOverAValueIsNoAlteration() throws Exception {
        IssuedPage issued = pages.get(0);
        FormBox box = box(issued, VALUE);
        BufferedImage paper = marked(issued, pen -> {
            pen.setColor(SEAL);
            pen.setStroke(new BasicStroke(9));
            double x = IssuedPage.pixels(box.x() + box.width()) - 40;
            double y = IssuedPage.pixels(box.y()) - 160;
            pen.draw(new Ellipse2D.Double(x, y, 320, 320));
        });

        PageComparison comparison = compared(PaperPhoto.ofCamera(), paper, issued);

        assertThat(comparison.values()).extracting(ValueReading::outcome).doesNotContain(Outcome.ALTERED);
        assertThat(comparison.stray()).isEmpty();
    }

    @Test
    void aBlueChopOverAValueIsLeftToAPerson() throws Exception {
        IssuedPage issued = pages.get(0);
        FormBox box = box(issued, VALUE);
        int x = (int) IssuedPage.pixels(box.x()) - 20;
        int y = (int) IssuedPage.pixels(box.y()) - 30;
        for (PaperPhoto camera : CAMERAS) {
            BufferedImage chopped = marked(issued, pen -> chop(pen, x, y));
            BufferedImage altered = marked(issued, pen -> {
                Alteration.OVERWRITTEN.deed.accept(pen, figures(issued, box));
                chop(pen, x, y);
            });

            assertThat(outcome(compared(camera, chopped, issued), box)).isEqualTo(Outcome.UNDECIDED);
            assertThat(outcome(compared(camera, altered, issued), box)).isNotEqualTo(Outcome.NOTHING_FOUND);
        }
    }

    /** A bank's line of words in a frame. */
    private static void chop(Graphics2D pen, int x, int y) {
        pen.setColor(BLUE);
        pen.setStroke(new BasicStroke(6));
        pen.drawRect(x, y, 380, 90);
        pen.setFont(new Font(Font.SERIF, Font.BOLD, 70));
        pen.drawString("VOID", x + 60, y + 70);
    }

    private static Outcome outcome(PageComparison comparison, FormBox box) {
        return comparison.values().stream()
                .filter(value -> value.box().equals(box))
                .map(ValueReading::outcome)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNoteOutsideOfEveryBoxIsAHint() throws Exception {
        IssuedPage issued = pages.get(0);
        BufferedImage paper = marked(
                issued,
                pen -> pen.drawPolyline(
                        new int[] {600, 640, 660, 720, 760}, new int[] {2200, 2150, 2210, 2160, 2205}, 5));

        PageComparison comparison = compared(PaperPhoto.ofCamera(), paper, issued);

        assertThat(comparison.values()).extracting(ValueReading::outcome).doesNotContain(Outcome.ALTERED);
        assertThat(comparison.stray()).isNotEmpty();
    }

    @Test
    void whatThePictureCutsOffIsUndecided() throws Exception {
        IssuedPage issued = pages.get(0);
        BufferedImage whole = PageComparisonTests.picture(PaperPhoto.ofCamera().of(issued.rendering()));
        BufferedImage cut = whole.getSubimage(0, 0, whole.getWidth(), (int) (whole.getHeight() * 0.5));

        PageComparison comparison = PageComparisonTests.compared(cut, issued);

        Quality quality = Objects.requireNonNull(comparison.quality());
        assertThat(quality.shownPrint()).isBetween(0.3, 0.9);
        assertThat(comparison.values())
                .extracting(ValueReading::outcome)
                .contains(Outcome.UNDECIDED, Outcome.NOTHING_FOUND)
                .doesNotContain(Outcome.ALTERED);
    }

    @Test
    void theBlurOfASofterPictureIsGreater() throws Exception {
        IssuedPage issued = pages.get(0);

        Quality sharp = quality(new PaperPhoto(3000, 4000, 0.02, 1, 0.9f), issued);
        Quality soft = quality(new PaperPhoto(3000, 4000, 0.02, 6, 0.9f), issued);

        assertThat(soft.blur()).isGreaterThan(1.5 * sharp.blur());
        assertThat(sharp.dpi()).isBetween(280.0, 310.0);
        assertThat(sharp.shownPrint()).isEqualTo(1);
    }

    private static Quality quality(PaperPhoto camera, IssuedPage issued) throws Exception {
        return Objects.requireNonNull(
                compared(camera, issued.rendering(), issued).quality());
    }

    private static PageComparison compared(PaperPhoto camera, BufferedImage paper, IssuedPage issued) throws Exception {
        return PageComparisonTests.compared(PageComparisonTests.picture(camera.of(paper)), issued);
    }

    private static FormBox box(IssuedPage issued, String name) {
        return issued.boxes(FormBox.Kind.VALUE).stream()
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BufferedImage marked(IssuedPage issued, java.util.function.Consumer<Graphics2D> hand) {
        BufferedImage page = issued.rendering();
        BufferedImage paper = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.drawImage(page, 0, 0, null);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(PEN);
        hand.accept(pen);
        pen.dispose();
        return paper;
    }

    /** Where the figures of a value lie on the rendering, from left to right: what columns without ink part. */
    private static List<Rectangle> figures(IssuedPage issued, FormBox box) {
        int left = (int) IssuedPage.pixels(box.x()) + 2;
        int right = (int) IssuedPage.pixels(box.x() + box.width()) - 2;
        int top = (int) IssuedPage.pixels(box.y()) + 3;
        int bottom = (int) IssuedPage.pixels(box.y() + box.height()) - 3;
        List<Rectangle> figures = new ArrayList<>();
        Rectangle figure = new Rectangle();
        for (int x = left; x < right; x++) {
            Rectangle column = new Rectangle();
            for (int y = top; y < bottom; y++) {
                if ((issued.rendering().getRGB(x, y) & 0xff) < 128) {
                    column = column.isEmpty() ? new Rectangle(x, y, 1, 1) : column.union(new Rectangle(x, y, 1, 1));
                }
            }
            if (!column.isEmpty()) {
                figure = figure.isEmpty() ? column : figure.union(column);
            } else if (!figure.isEmpty()) {
                figures.add(figure);
                figure = new Rectangle();
            }
        }
        return figures.stream().filter(found -> found.height > 8).toList();
    }
}
