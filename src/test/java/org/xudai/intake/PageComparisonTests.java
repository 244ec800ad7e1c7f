package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.xudai.intake.UploadWorld.APPLICATION;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;
import org.xudai.intake.compare.CodePlace;
import org.xudai.intake.compare.IssuedPage;
import org.xudai.intake.compare.PageComparison;
import org.xudai.intake.compare.Quality;
import org.xudai.intake.compare.Spot;
import org.xudai.intake.compare.StraightPage;
import org.xudai.intake.compare.ValueReading;
import org.xudai.intake.studio.Studio;

/** A photographed page is found again, to half a millimetre, and laid straight over the page that was issued. */
class PageComparisonTests {

    private static final long SEED = 26;
    private static final double HALF_A_MILLIMETRE = 0.5;
    private static final double PIXELS_PER_MILLIMETRE = IssuedPage.DPI / 25.4;
    private static final double ASKEW = 0.007;
    private static final List<Integer> SIDES = List.of(1600, 1000, 2400, 700);

    private static List<IssuedPage> pages = List.of();

    @BeforeAll
    static void aFormIsIssued() throws Exception {
        pages = issued();
    }

    /** The two pages of an application, filled. */
    static List<IssuedPage> issued() throws IOException {
        FilledForm form = new Studio().form(APPLICATION, SEED).filled();
        List<BufferedImage> renderings = UploadWorld.printed(form.pdf());
        List<FormLayout.Page> layouts = form.layout().pages();
        return List.of(
                new IssuedPage(renderings.get(0), layouts.get(0)), new IssuedPage(renderings.get(1), layouts.get(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 4000, 0.05, 2, 0.85",
        "1080, 1440, -0.04, 1, 0.6",
        "1080, 1440, 3.1, 1, 0.6",
        "4000, 3000, 1.6, 2, 0.85",
        "1300, 1800, 0.01, 1, 0.9"
    })
    void aPageIsFoundWhicheverSideIsUp(int width, int height, double tilt, int blur, float quality) throws Exception {
        PaperPhoto camera = new PaperPhoto(width, height, tilt, blur, quality);
        for (IssuedPage issued : pages) {
            PageComparison comparison = compared(picture(camera.of(issued.rendering())), issued);

            assertThat(comparison.registration().succeeded()).isTrue();
            assertThat(comparison.registration().coverage()).isGreaterThan(0.9);
            assertThat(comparison.registration().highResidual()).isLessThan(HALF_A_MILLIMETRE);
            AffineTransform view = camera.view(issued.rendering());
            double dpi = Math.sqrt(Math.abs(view.getDeterminant())) * IssuedPage.DPI;
            assertThat(comparison.registration().dpi()).isCloseTo(dpi, within(dpi / 50));
            for (FormBox box : issued.layout().boxes()) {
                assertThat(error(comparison, camera, issued, box))
                        .as(box.name())
                        .isLessThan(HALF_A_MILLIMETRE);
            }
        }
    }

    @Test
    void theStraightPageShowsWhatWasPrintedInEvenLight() throws Exception {
        IssuedPage issued = pages.get(0);
        StraightPage page = straight(compared(picture(PaperPhoto.ofCamera().of(issued.rendering())), issued));

        BufferedImage picture = page.picture();
        assertThat(picture.getWidth()).isEqualTo(issued.rendering().getWidth());
        long bare = 0;
        long printed = 0;
        int seenBare = 0;
        int seenPrinted = 0;
        for (int y = 100; y < page.height() - 100; y++) {
            for (int x = 100; x < page.width() - 100; x++) {
                if (page.print(x, y) == 255) {
                    bare += picture.getRGB(x, y) & 0xff;
                    seenBare++;
                } else if (page.print(x, y) < 20) {
                    printed += page.rgb(x, y) & 0xff;
                    seenPrinted++;
                }
            }
        }
        assertThat((double) bare / seenBare).isCloseTo(StraightPage.PAPER, within(12.0));
        assertThat((double) printed / seenPrinted).isLessThan(130);
        assertThat(page.paperLevel(100, 100)).isGreaterThan(page.paperLevel(1500, 2200) + 40);
    }

    @Test
    void paperThatAScannerMadeWhiteIsNoGlare() {
        IssuedPage issued = pages.get(0);

        PageComparison comparison = compared(scanned(issued.rendering()), issued);

        assertThat(Objects.requireNonNull(comparison.quality()).glaring()).isEmpty();
        assertThat(comparison.values())
                .isNotEmpty()
                .allMatch(value -> value.outcome() == ValueReading.Outcome.NOTHING_FOUND);
    }

    @Test
    void aValueThatIsGoneFromWhitePaperIsAltered() {
        IssuedPage issued = pages.get(0);
        FormBox value = issued.boxes(FormBox.Kind.VALUE).stream()
                .max(Comparator.comparingDouble(FormBox::width))
                .orElseThrow();

        PageComparison comparison = compared(scanned(washedOut(issued.rendering(), value)), issued);

        assertThat(comparison.values().stream()
                        .filter(read -> read.box().equals(value))
                        .map(ValueReading::outcome))
                .containsExactly(ValueReading.Outcome.ALTERED);
    }

    @Test
    void aLampThatWashesABoxOutGlares() throws Exception {
        IssuedPage issued = pages.get(0);
        FormBox value = issued.boxes(FormBox.Kind.VALUE).get(4);
        BufferedImage photo = picture(PaperPhoto.ofCamera().of(washedOut(issued.rendering(), value)));
        lamp(photo, PaperPhoto.ofCamera().view(issued.rendering()), value);

        Quality quality = Objects.requireNonNull(compared(photo, issued).quality());

        assertThat(quality.glaring())
                .contains(value)
                .hasSizeLessThan(issued.layout().boxes().size() / 2);
    }

    /** Laid a little askew on the glass; paper without a spot of grey. */
    private static BufferedImage scanned(BufferedImage page) {
        BufferedImage scan = new BufferedImage(page.getWidth() + 40, page.getHeight() + 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D glass = scan.createGraphics();
        glass.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        glass.setColor(Color.WHITE);
        glass.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        glass.rotate(ASKEW, scan.getWidth() / 2.0, scan.getHeight() / 2.0);
        glass.drawImage(page, 20, 20, null);
        glass.dispose();
        return scan;
    }

    private static BufferedImage washedOut(BufferedImage page, FormBox box) {
        BufferedImage washed = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = washed.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(
                IssuedPage.pixels(box.x()) + 2,
                IssuedPage.pixels(box.y()) + 2,
                IssuedPage.pixels(box.width()) - 4,
                IssuedPage.pixels(box.height()) - 4));
        graphics.dispose();
        return washed;
    }

    /** Its light, over a box and 2 cm about it. */
    private static void lamp(BufferedImage photo, AffineTransform view, FormBox box) {
        double about = 20 * PIXELS_PER_MILLIMETRE;
        Graphics2D light = photo.createGraphics();
        light.transform(view);
        light.setColor(Color.WHITE);
        light.fill(new Rectangle2D.Double(
                IssuedPage.pixels(box.x()) - about,
                IssuedPage.pixels(box.y()) - about,
                IssuedPage.pixels(box.width()) + 2 * about,
                IssuedPage.pixels(box.height()) + 2 * about));
        light.dispose();
    }

    @Test
    void whatThePictureDoesNotShowIsKnown() throws Exception {
        IssuedPage issued = pages.get(0);
        BufferedImage whole = picture(PaperPhoto.ofCamera().of(issued.rendering()));
        BufferedImage cut = whole.getSubimage(0, 0, whole.getWidth(), (int) (whole.getHeight() * 0.45));

        StraightPage page = straight(compared(cut, issued));

        List<FormBox> values = issued.boxes(FormBox.Kind.VALUE);
        assertThat(page.shownShare(issued.boxes(FormBox.Kind.CODE).get(0))).isEqualTo(1);
        assertThat(values.stream().mapToDouble(page::shownShare)).contains(1.0, 0.0);
    }

    @Test
    void aCodeOnAnotherPageMakesItNoneOfOurs() throws Exception {
        IssuedPage issued = pages.get(0);
        BufferedImage other = withCodeOf(issued, pages.get(1).rendering());

        PageComparison comparison = compared(picture(PaperPhoto.ofCamera().of(other)), issued);

        assertThat(comparison.registration().succeeded()).isFalse();
        assertThat(comparison.page()).isNull();
    }

    private static double error(PageComparison comparison, PaperPhoto camera, IssuedPage issued, FormBox box) {
        AffineTransform view = camera.view(issued.rendering());
        List<Spot> corners = comparison.registration().inPicture(box.x(), box.y(), box.width(), box.height());
        Point2D upperLeft =
                view.transform(new Point2D.Double(IssuedPage.pixels(box.x()), IssuedPage.pixels(box.y())), null);
        double off = Math.hypot(
                corners.get(0).x() * camera.width() - upperLeft.getX(),
                corners.get(0).y() * camera.height() - upperLeft.getY());
        return off / Math.sqrt(Math.abs(view.getDeterminant())) / PIXELS_PER_MILLIMETRE;
    }

    private static StraightPage straight(PageComparison comparison) {
        return Objects.requireNonNull(comparison.page());
    }

    static BufferedImage picture(byte[] jpeg) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
    }

    static PageComparison compared(BufferedImage picture, IssuedPage issued) {
        return PageComparison.of(picture, codeIn(picture), issued);
    }

    private static CodePlace codeIn(BufferedImage picture) {
        return SIDES.stream()
                .map(side -> codeIn(picture, (double) side / Math.max(picture.getWidth(), picture.getHeight())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<CodePlace> codeIn(BufferedImage picture, double scale) {
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        BufferedImage readable = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = readable.createGraphics();
        graphics.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        var source = new RGBLuminanceSource(width, height, readable.getRGB(0, 0, width, height, null, 0, width));
        for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
            try {
                ResultPoint[] found = new QRCodeReader()
                        .decode(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, true))
                        .getResultPoints();
                return Optional.of(new CodePlace(spot(found[0], scale), spot(found[1], scale), spot(found[2], scale)));
            } catch (ReaderException e) {
                // another size or binarizer may still find it
            }
        }
        return Optional.empty();
    }

    private static Spot spot(ResultPoint point, double scale) {
        return new Spot(point.getX() / scale, point.getY() / scale);
    }

    private static BufferedImage withCodeOf(IssuedPage issued, BufferedImage other) {
        FormBox code = issued.boxes(FormBox.Kind.CODE).get(0);
        int x = (int) IssuedPage.pixels(code.x());
        int y = (int) IssuedPage.pixels(code.y());
        int side = (int) IssuedPage.pixels(code.width());
        BufferedImage copied = new BufferedImage(other.getWidth(), other.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copied.createGraphics();
        graphics.drawImage(other, 0, 0, null);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(x - 20, y - 20, side + 40, side + 40);
        graphics.drawImage(issued.rendering().getSubimage(x, y, side, side), x, y, null);
        graphics.dispose();
        return copied;
    }
}
