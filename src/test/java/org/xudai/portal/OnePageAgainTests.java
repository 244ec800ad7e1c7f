package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLibrary;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.Material;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.Papers;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.SignedPaper;

/**
 * How often a refused form costs its sender no more than one page: {@code -Dxudai.study.refusals} seeds, each a form of two
 * pages of which one is spoiled.
 */
@RunningXudai
@Import(Borrowers.class)
class OnePageAgainTests {

    private static final Logger LOG = LoggerFactory.getLogger(OnePageAgainTests.class);
    private static final int REFUSALS = Integer.getInteger("xudai.study.refusals", 100);
    private static final long FIRST_SEED = 3_000_000;
    private static final double GOAL = 0.95;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> FORMS = List.of("application", "credit-authorization");

    /** What went wrong with one page. */
    private enum Mishap {
        CUT_OFF,
        FAR_AWAY,
        NOT_SIGNED,
        NOT_DATED,
        ALTERED,
        LEFT_OUT,
        BROKEN_FILE,
        OTHER_FORM
    }

    /** How the pages are sent. */
    private enum Wrapping {
        PHOTOS,
        ONE_PDF
    }

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    Intake intake;

    @Autowired
    FormLibrary forms;

    @Autowired
    Dossier dossier;

    private final Map<Mishap, List<String>> kept = new EnumMap<>(Mishap.class);

    private Papers papers() {
        return new Papers(forms, dossier);
    }

    /** Its good page stays although the file as a whole is not the form. */
    @Test
    void aScanWithAPageOfAnotherFormIsMendedWithThatPage() {
        assertThat(outcome(new Random(1), 1, Mishap.OTHER_FORM, Wrapping.ONE_PDF))
                .isEqualTo(Outcome.MENDED_WITH_ONE_PAGE);
    }

    @Test
    @Tag("intake-study")
    void aRefusedFormIsMendedWithOnePage() {
        int refused = 0;
        int mended = 0;
        for (long seed = FIRST_SEED; refused < REFUSALS && seed < FIRST_SEED + 2L * REFUSALS; seed++) {
            Outcome outcome = outcome(new Random(seed), seed);
            refused += outcome == Outcome.NOT_REFUSED ? 0 : 1;
            mended += outcome == Outcome.MENDED_WITH_ONE_PAGE ? 1 : 0;
            LOG.info("{}: {} of {} refusals mended with one page; {}", seed, mended, refused, kept);
        }

        assertThat(refused).isEqualTo(REFUSALS);
        assertThat(mended).isGreaterThanOrEqualTo((int) Math.ceil(GOAL * refused));
    }

    private enum Outcome {
        NOT_REFUSED,
        MENDED_WITH_ONE_PAGE,
        OTHER
    }

    private Outcome outcome(Random random, long seed) {
        Mishap mishap = Mishap.values()[random.nextInt(Mishap.values().length)];
        Wrapping wrapping = Wrapping.values()[random.nextInt(Wrapping.values().length)];
        return outcome(random, seed, mishap, wrapping);
    }

    private Outcome outcome(Random random, long seed, Mishap mishap, Wrapping wrapping) {
        CaseNumber number = world.collecting(LoanRows.eligible());
        String form = FORMS.get(random.nextInt(FORMS.size()));
        List<byte[]> good = papers().photographs(number, form, Papers.CHEN);
        int spoiled = mishap == Mishap.NOT_SIGNED || mishap == Mishap.NOT_DATED
                ? pageOf(number, form, mishap == Mishap.NOT_SIGNED ? FormBox.Kind.SIGNATURE : FormBox.Kind.DATE)
                : random.nextInt(good.size());
        List<byte[]> sent = new ArrayList<>(good);
        sent.remove(spoiled);
        if (mishap != Mishap.LEFT_OUT) {
            sent.add(spoiled, spoiled(number, form, spoiled, mishap, random));
        }

        Material first =
                handsIn(number, form, wrapped(sent, mishap == Mishap.BROKEN_FILE ? Wrapping.PHOTOS : wrapping));
        Material.Received refused = first.documents().get(0);
        if (refused.document().state() != DocumentState.REFUSED) {
            kept.computeIfAbsent(mishap, key -> new ArrayList<>()).add(seed + " was not refused");
            return Outcome.NOT_REFUSED;
        }
        Retake retake = Retake.of(refused, first);
        if (retake.kind() == Retake.Kind.ALL) {
            kept.computeIfAbsent(mishap, key -> new ArrayList<>()).add(seed + " all of it again");
            return Outcome.OTHER;
        }
        List<byte[]> again = retake.files().stream()
                .map(file -> sent.get(file - 1))
                .collect(Collectors.toCollection(ArrayList::new));
        again.add(Math.max(0, Math.min(retake.at() - 1, again.size())), good.get(spoiled));
        Material second = handsIn(number, form, again);
        boolean mended = second.documents().get(0).document().state() != DocumentState.REFUSED;
        if (!mended) {
            kept.computeIfAbsent(mishap, key -> new ArrayList<>()).add(seed + " refused again");
        }
        return mended ? Outcome.MENDED_WITH_ONE_PAGE : Outcome.OTHER;
    }

    private Material handsIn(CaseNumber number, String form, List<byte[]> files) {
        List<Bytes> bytes = new ArrayList<>();
        for (byte[] file : files) {
            bytes.add(new Bytes("photo-" + bytes.size(), () -> new ByteArrayInputStream(file)));
        }
        try {
            intake.receive(
                    new Submission(number, new MaterialCode(form), Channel.PORTAL, Actor.system("test"), null, null),
                    bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return await("the verdict")
                .atMost(PATIENCE)
                .until(
                        () -> borrowers.material(number, form),
                        material ->
                                !material.documents().get(0).document().state().isWaiting());
    }

    private int pageOf(CaseNumber number, String form, FormBox.Kind kind) {
        return papers().layout(number, form).pages().stream()
                        .flatMap(page -> page.boxes().stream())
                        .filter(box -> box.kind() == kind && box.required())
                        .mapToInt(FormBox::page)
                        .findFirst()
                        .orElseThrow()
                - 1;
    }

    private byte[] spoiled(CaseNumber number, String form, int page, Mishap mishap, Random random) {
        byte[] photo = papers().photographs(number, form, Papers.CHEN).get(page);
        return switch (mishap) {
            case CUT_OFF -> cutOff(picture(photo), 0.6 + 0.25 * random.nextDouble());
            case FAR_AWAY -> farAway(picture(photo), 0.2 + 0.1 * random.nextDouble());
            case NOT_SIGNED -> without(number, form, page, FormBox.Kind.SIGNATURE);
            case NOT_DATED -> without(number, form, page, FormBox.Kind.DATE);
            case ALTERED -> altered(number, form, page, random);
            case BROKEN_FILE -> Arrays.copyOf(photo, photo.length / (2 + random.nextInt(20)));
            case OTHER_FORM ->
                papers().photographs(number, other(form), Papers.CHEN).get(0);
            case LEFT_OUT -> throw new IllegalArgumentException("nothing is sent");
        };
    }

    private static String other(String form) {
        return FORMS.get(1 - FORMS.indexOf(form));
    }

    private byte[] without(CaseNumber number, String form, int page, FormBox.Kind kind) {
        String[] boxes = papers().layout(number, form).pages().get(page).boxes().stream()
                .filter(box -> box.kind() == kind)
                .map(FormBox::name)
                .toArray(String[]::new);
        SignedPaper pen = Papers.CHEN.without(boxes);
        return papers().photographs(number, form, pen).get(page);
    }

    /** A value painted over and written anew, on the page before the photo: what the photo shows is another paper. */
    private byte[] altered(CaseNumber number, String form, int page, Random random) {
        List<FormBox> values = papers().layout(number, form).pages().get(page).boxes().stream()
                .filter(box -> box.kind() == FormBox.Kind.VALUE)
                .toList();
        FormBox value = values.get(random.nextInt(values.size()));
        BufferedImage sheet = papers().signed(number, form, Papers.CHEN).get(page);
        double scale = sheet.getWidth()
                / papers().layout(number, form).pages().get(page).width();
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(3));
        int x = (int) ((value.x() + 6) * scale);
        int y = (int) ((value.y() + value.height() * 0.2) * scale);
        pen.drawLine(x, y, x + 14, y + (int) (value.height() * 0.6 * scale));
        pen.drawLine(x + 14, y, x, y + (int) (value.height() * 0.6 * scale));
        pen.dispose();
        return jpeg(onTable(sheet));
    }

    private static BufferedImage onTable(BufferedImage sheet) {
        BufferedImage table =
                new BufferedImage(sheet.getWidth() + 120, sheet.getHeight() + 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D scene = table.createGraphics();
        scene.setColor(new Color(0x8a, 0x74, 0x5c));
        scene.fillRect(0, 0, table.getWidth(), table.getHeight());
        scene.drawImage(sheet, 60, 60, null);
        scene.dispose();
        return table;
    }

    private static byte[] cutOff(BufferedImage photo, double share) {
        return jpeg(photo.getSubimage(0, 0, photo.getWidth(), (int) (photo.getHeight() * share)));
    }

    /** The page small in a large picture: too few pixels to tell one digit from another. */
    private static byte[] farAway(BufferedImage photo, double share) {
        BufferedImage wide = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D scene = wide.createGraphics();
        scene.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        scene.setColor(new Color(0x8a, 0x74, 0x5c));
        scene.fillRect(0, 0, wide.getWidth(), wide.getHeight());
        double side = 0.35 + share;
        scene.drawImage(photo, 40, 40, (int) (photo.getWidth() * side), (int) (photo.getHeight() * side), null);
        scene.dispose();
        return jpeg(wide);
    }

    private static BufferedImage picture(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            assertThat(ImageIO.write(picture, "jpg", out)).isTrue();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> wrapped(List<byte[]> photos, Wrapping wrapping) {
        if (wrapping == Wrapping.PHOTOS) {
            return photos;
        }
        try (PDDocument scan = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (byte[] photo : photos) {
                PDPage page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                PDImageXObject picture = JPEGFactory.createFromByteArray(scan, photo);
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            scan.save(out);
            return List.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
