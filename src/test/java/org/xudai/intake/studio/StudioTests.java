package org.xudai.intake.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xudai.forms.FormBox;
import org.xudai.forms.PaperForm;

/** The studio's photos are what they say they are. */
class StudioTests {

    private static final int DPI = 100;
    private static final double PER_MM = DPI / 25.4;
    private static final Studio STUDIO = new Studio();

    static Stream<Camera> cameras() {
        List<Camera> cameras = new ArrayList<>(List.of(
                Camera.phone(),
                Camera.messenger().turned(90).on(Table.CLOTH),
                Camera.messenger().turned(180).on(Table.DESK),
                Camera.messenger().turned(270).on(Table.BRIGHT),
                Camera.scanner()));
        for (Camera.Condition condition : Camera.Condition.values()) {
            cameras.add(Camera.messenger().with(condition));
        }
        return cameras.stream();
    }

    @ParameterizedTest
    @MethodSource("cameras")
    void everyPointOfThePageLiesWhereTheTruthSays(Camera camera) {
        requireTruth(camera, 7);
    }

    @ParameterizedTest
    @ValueSource(longs = {15, 85})
    void aStrongCurlTearsNothing(long seed) {
        requireTruth(Camera.messenger().with(Camera.Condition.CURLED), seed);
    }

    private static void requireTruth(Camera camera, long seed) {
        PaperForm form = STUDIO.form(seed);
        Photo photo = Scene.of(form, 1, seed).photographed(camera);
        BufferedImage picture = photo.picture();
        BufferedImage seen = photo.straightened(DPI);
        BufferedImage issued = straight(Sheet.printed(form.filled().pdf(), 1, 200, new Print(1, 0, 0)));
        int looked = 0;
        for (FormBox box : form.boxes(1)) {
            Rectangle2D place = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
            boolean printed = box.kind() == FormBox.Kind.VALUE || box.kind() == FormBox.Kind.CODE;
            if (printed && shown(photo, picture, place)) {
                assertThat(shift(issued, seen, place)).as(box.name()).isLessThanOrEqualTo(1);
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(camera.has(Camera.Condition.CUT_OFF) ? 2 : 5);
    }

    @Test
    void theSameSeedIsTheSamePhotoAndAnotherIsNot() {
        Scene scene = STUDIO.page(3).signed().dated().sealed(Stamp.COMPANY_SEAL).straddled();
        byte[] once = scene.photographed(Camera.messenger()).jpeg();
        byte[] again = new Studio()
                .page(3)
                .signed()
                .dated()
                .sealed(Stamp.COMPANY_SEAL)
                .straddled()
                .photographed(Camera.messenger())
                .jpeg();

        assertThat(again).isEqualTo(once);
        assertThat(new Scene(scene.form(), scene.page(), 4, scene.deeds())
                        .photographed(Camera.messenger())
                        .jpeg())
                .isNotEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(Alteration.class)
    void anAlterationShowsInItsBoxAndNowhereElse(Alteration alteration) {
        int looked = 0;
        for (int seed = 1; seed <= 8 && looked < 4; seed++) {
            Scene scene = STUDIO.page(seed);
            List<FormBox> boxes = scene.alterable(alteration);
            if (boxes.isEmpty()) {
                continue;
            }
            FormBox box = boxes.get(seed % boxes.size());
            Sheet honest = sheet(scene);
            Sheet altered = sheet(scene);
            Rectangle2D place = altered.print().on(box);
            new Forger(altered, place, scene.form().text(box), new Chance(seed)).alter(alteration);

            assertThat(differing(honest, altered, place, true)).as(box.name()).isPositive();
            assertThat(differing(honest, altered, grown(place, 6), false))
                    .as(box.name())
                    .isZero();
            looked++;
        }
        assertThat(looked).isEqualTo(4);
    }

    @Test
    void aCompanySealIsARedRingOfTheSizeThatTheLawAsksFor() {
        for (int seed = 1; seed <= 2; seed++) {
            PaperForm form = STUDIO.form("application", seed);
            Photo photo = Scene.of(form, 2, seed).sealed(Stamp.COMPANY_SEAL).photographed(Camera.scanner());
            int[] columns = red(photo.straightened(DPI));

            assertThat((columns[1] - columns[0]) / PER_MM).isBetween(37.0, 46.5);
            assertThat(red(Scene.of(form, 2, seed)
                            .signed()
                            .photographed(Camera.scanner())
                            .straightened(DPI))[1])
                    .isNegative();
        }
    }

    @Test
    void whatWasDoneIsTold() {
        Photo photo = Scene.of(STUDIO.form("application", 5), 2, 5)
                .signed()
                .dated()
                .stamped(Stamp.FINGERPRINT, "signer-signature")
                .covered(Cover.FINGER, "signer-date")
                .photographed(Camera.messenger());

        assertThat(photo.truth().trace(Trace.Act.SIGNED, "signer-signature")).isPresent();
        assertThat(photo.truth()
                        .trace(Trace.Act.STAMPED, "signer-signature")
                        .orElseThrow()
                        .kind())
                .isEqualTo("FINGERPRINT");
        assertThat(photo.truth().has(Trace.Act.COVERED)).isTrue();
        assertThat(photo.truth().has(Trace.Act.ALTERED)).isFalse();
        assertThat(photo.truth().trace(Trace.Act.SIGNED, "signer-date")).isEmpty();
    }

    private static Sheet sheet(Scene scene) {
        return Sheet.printed(scene.form().filled().pdf(), scene.page(), 150, new Print(1, 0, 0));
    }

    private static BufferedImage straight(Sheet sheet) {
        Rectangle2D all = new Rectangle2D.Double(0, 0, sheet.paperWidth(), sheet.paperHeight());
        Sheet.Grey grey = sheet.grey(all);
        int width = (int) Math.round(sheet.paperWidth() * PER_MM);
        int height = (int) Math.round(sheet.paperHeight() * PER_MM);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double factor = sheet.dotsPerMm() / PER_MM;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int i = 0; i < 9; i++) {
                    int column = Math.min(grey.width() - 1, (int) ((x + (i % 3 + 0.5) / 3) * factor));
                    int down = i / 3;
                    int row = Math.min(grey.height() - 1, (int) ((y + (down + 0.5) / 3) * factor));
                    sum += grey.levels()[row * grey.width() + column];
                }
                small.setRGB(x, y, sum / 9 * 0x010101);
            }
        }
        return small;
    }

    private static boolean shown(Photo photo, BufferedImage picture, Rectangle2D place) {
        return IntStream.range(0, 4)
                .mapToObj(i -> photo.truth()
                        .mapping()
                        .picture(
                                place.getX() + i % 2 * place.getWidth(),
                                place.getY() + (i < 2 ? 0 : place.getHeight())))
                .allMatch(at -> inside(at, picture));
    }

    private static boolean inside(Point2D at, BufferedImage picture) {
        return at.getX() > 2
                && at.getY() > 2
                && at.getX() < picture.getWidth() - 2
                && at.getY() < picture.getHeight() - 2;
    }

    /** How far, in pixels, what is seen in a box must be shifted to lie best over what was issued. */
    private static double shift(BufferedImage issued, BufferedImage seen, Rectangle2D place) {
        double best = -2;
        double shift = 99;
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                double correlation = correlation(issued, seen, place, dx, dy);
                if (correlation > best) {
                    best = correlation;
                    shift = Math.max(Math.abs(dx), Math.abs(dy));
                }
            }
        }
        assertThat(best).isGreaterThan(0.3);
        return shift;
    }

    private static double correlation(BufferedImage issued, BufferedImage seen, Rectangle2D place, int dx, int dy) {
        double scale = DPI / 72.0;
        double[] sums = new double[6];
        for (int y = (int) (place.getY() * scale); y < place.getMaxY() * scale; y++) {
            for (int x = (int) (place.getX() * scale); x < place.getMaxX() * scale; x++) {
                double one = issued.getRGB(x, y) >> 8 & 0xff;
                double other = seen.getRGB(x + dx, y + dy) >> 8 & 0xff;
                sums[0]++;
                sums[1] += one;
                sums[2] += other;
                sums[3] += one * one;
                sums[4] += other * other;
                sums[5] += one * other;
            }
        }
        double n = sums[0];
        return (n * sums[5] - sums[1] * sums[2])
                / Math.sqrt((n * sums[3] - sums[1] * sums[1]) * (n * sums[4] - sums[2] * sums[2]) + 1e-9);
    }

    private static int differing(Sheet one, Sheet other, Rectangle2D place, boolean inside) {
        int differing = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            if (one.pixels()[i] != other.pixels()[i]) {
                double x = i % one.width() / one.dotsPerMm() - Sheet.MARGIN;
                int row = i / one.width();
                double y = row / one.dotsPerMm() - Sheet.MARGIN;
                if (place.contains(x, y) == inside) {
                    differing++;
                }
            }
        }
        return differing;
    }

    private static Rectangle2D grown(Rectangle2D place, double more) {
        return new Rectangle2D.Double(
                place.getX() - more, place.getY() - more, place.getWidth() + 2 * more, place.getHeight() + 2 * more);
    }

    /** First and last column with clearly red dots; -1 for the last where there are none. */
    private static int[] red(BufferedImage page) {
        int first = page.getWidth();
        int last = -1;
        for (int x = 0; x < page.getWidth(); x++) {
            int red = 0;
            for (int y = 0; y < page.getHeight(); y++) {
                int rgb = page.getRGB(x, y);
                if ((rgb >> 16 & 0xff) - Math.max(rgb >> 8 & 0xff, rgb & 0xff) > 50) {
                    red++;
                }
            }
            if (red > 2) {
                first = Math.min(first, x);
                last = x;
            }
        }
        return new int[] {first, last};
    }
}
