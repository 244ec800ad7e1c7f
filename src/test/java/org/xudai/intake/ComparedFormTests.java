package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormBox;
import org.xudai.intake.UploadWorld.Judged;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.Papers;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.SignedPaper;

/** Photographed pages are held against the pages that were issued, and the borrower is shown on his photo what to do. */
@RunningXudai
@Import(UploadWorld.class)
class ComparedFormTests {

    private static final PaperPhoto CAMERA = PaperPhoto.ofMessenger();
    private static final String CONFIRMATION = "whitelist-confirmation";
    private static final String CREDIT = "credit-authorization";
    private static final String SIGNATURE = "owner-signature";
    private static final double PAGE_HEIGHT = 842;
    private static final int SOFT = 15;

    @Autowired
    CaseWorld world;

    @Autowired
    UploadWorld uploads;

    @Autowired
    Dossier dossier;

    private CaseNumber number = CaseNumber.of(2026, 1);

    @BeforeEach
    void aCaseHasItsForms() {
        number = world.collecting(LoanRows.eligible());
    }

    @Test
    void aPageInOrderIsAcceptedAndAnOfficerSeesItStraightened() throws Exception {
        Judged back = uploads.handIn(
                number, CONFIRMATION, CAMERA.of(signed(CONFIRMATION).get(0)));

        assertThat(back.codes()).containsExactly("NOT_SCANNED");
        assertThat(back.document().state()).isEqualTo(DocumentState.ACCEPTED);
        try (InputStream picture = dossier.straightened(back.document().id(), 1).orElseThrow()) {
            BufferedImage straight = ImageIO.read(picture);
            assertThat((double) straight.getHeight() / straight.getWidth()).isBetween(1.41, 1.42);
        }
    }

    @Test
    void aRefusedPageIsTakenAgainAloneUntilAllAreAccepted() throws Exception {
        BufferedImage first = signed(CREDIT).get(0);
        BufferedImage second = signed(CREDIT).get(1);
        BufferedImage unsigned = uploads.papers()
                .signed(number, CREDIT, Papers.CHEN.without(SIGNATURE))
                .get(1);
        FormBox value = box(CREDIT, 1, box -> box.kind() == FormBox.Kind.VALUE && box.width() > 60);

        Judged refused = uploads.handIn(number, CREDIT, CAMERA.of(writtenOver(first, value)), CAMERA.of(unsigned));

        Finding missing = only(refused, "SIGNATURE_MISSING");
        FormBox box = box(CREDIT, 2, one -> one.name().equals(SIGNATURE));
        assertThat(missing.level()).isEqualTo(Finding.Level.BLOCK);
        assertThat(missing.page()).isEqualTo(2);
        assertThat(missing.box()).isEqualTo(new Finding.Box(box.x(), box.y(), box.width(), box.height()));
        assertThat(Objects.requireNonNull(missing.photo()).get(0).y()).isBetween(0.6, 0.8);
        Finding altered = only(refused, "VALUE_ALTERED");
        assertThat(altered.level()).isEqualTo(Finding.Level.ASK);
        assertThat(altered.box()).isEqualTo(new Finding.Box(value.x(), value.y(), value.width(), value.height()));
        assertThat(altered.photo()).hasSize(4);
        assertThat(refused.document().state()).isEqualTo(DocumentState.REFUSED);

        Judged signed = uploads.handIn(number, CREDIT, CAMERA.of(second));

        assertThat(signed.codes()).containsExactlyInAnyOrder("PAGES_KEPT_TO_CHECK", "NOT_SCANNED");
        assertThat(signed.document().state()).as("somebody looks at the value").isEqualTo(DocumentState.UNDECIDED);

        Judged honest = uploads.handIn(number, CREDIT, CAMERA.of(first));

        assertThat(honest.codes()).containsExactlyInAnyOrder("PAGES_KEPT", "NOT_SCANNED");
        assertThat(honest.document().state()).isEqualTo(DocumentState.ACCEPTED);
    }

    @Test
    void aScanOnPaperMadeWhiteIsAskedForItsSignatureLikeAnyOther() throws Exception {
        byte[] scan = HostilePictures.written(
                uploads.papers()
                        .signed(number, CREDIT, Papers.CHEN.without(SIGNATURE))
                        .get(1),
                "jpg");

        Judged back = uploads.handIn(number, CREDIT, scan);

        assertThat(back.codes()).contains("SIGNATURE_MISSING").doesNotContain("SHADOW", "VALUE_UNCERTAIN");
    }

    @Test
    void aCompanyHasToSealWhatAShopOwnerOnlySigns() throws Exception {
        number = world.collecting(LoanRows.eligible().ofSize("小型"));
        SignedPaper sealed = new SignedPaper("陈茂生", "武夷山市岩骨茶业有限公司", "2026年11月23日");

        Judged bare = uploads.handIn(
                number, CONFIRMATION, CAMERA.of(signed(CONFIRMATION).get(0)));
        Judged whole = uploads.handIn(
                number,
                CONFIRMATION,
                CAMERA.of(uploads.papers().signed(number, CONFIRMATION, sealed).get(0)));

        assertThat(only(bare, "SEAL_MISSING").level()).isEqualTo(Finding.Level.BLOCK);
        assertThat(bare.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(whole.codes()).containsExactly("NOT_SCANNED");
    }

    @Test
    void aPageThatIsCutOffIsAskedForTwiceAgainAndThenAPersonLooks() throws Exception {
        byte[] cut = cropped(CAMERA.of(signed(CONFIRMATION).get(0)), 0.75);

        Judged first = uploads.handIn(number, CONFIRMATION, cut);
        Judged second = uploads.handIn(number, CONFIRMATION, cut);
        Judged third = uploads.handIn(number, CONFIRMATION, cut);

        Finding finding = only(first, "CUT_OFF");
        assertThat(finding.level()).isEqualTo(Finding.Level.BLOCK);
        assertThat(finding.page()).isEqualTo(1);
        List<Finding.Corner> photo = Objects.requireNonNull(finding.photo());
        assertThat(photo).hasSize(4);
        assertThat(photo.get(2).y()).as("the page goes on below the photo").isEqualTo(1);
        assertThat(first.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(second.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(only(third, "CUT_OFF").level()).isEqualTo(Finding.Level.ASK);
        only(third, "RETAKES_ENDED");
        assertThat(third.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void whatNobodyCanTakeAgainIsForAPersonToDecide() throws Exception {
        byte[] cut = cropped(CAMERA.of(signed(CONFIRMATION).get(0)), 0.75);

        Judged back = uploads.judged(uploads.received(
                Channel.POST, number, CONFIRMATION, List.of(new Bytes("扫描.jpg", () -> new ByteArrayInputStream(cut)))));

        assertThat(only(back, "CUT_OFF").level()).isEqualTo(Finding.Level.ASK);
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void aPageOutOfFocusIsTakenAgainThoughItsCodeCanBeRead() throws Exception {
        byte[] soft = CAMERA.of(outOfFocus(signed(CONFIRMATION).get(0)));

        Judged back = uploads.handIn(number, CONFIRMATION, soft);

        assertThat(back.codes()).contains("BLURRED").doesNotContain("VALUE_ALTERED", "SIGNATURE_MISSING");
        assertThat(back.document().state()).isEqualTo(DocumentState.REFUSED);
    }

    @Test
    void aNoteBesideTheBoxesIsForAPersonToRead() throws Exception {
        BufferedImage noted = drawnOn(signed(CONFIRMATION).get(0), pen -> {
            pen.drawLine(300, 18, 330, 40);
            pen.drawLine(330, 40, 360, 18);
            pen.drawLine(360, 18, 390, 40);
        });

        Judged back = uploads.handIn(number, CONFIRMATION, CAMERA.of(noted));

        assertThat(back.codes()).contains("STRAY_INK").doesNotContain("VALUE_ALTERED");
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void aCodeOnAnotherPaperIsNoticed() throws Exception {
        byte[] other = CAMERA.of(
                withCodeOf(signed(CONFIRMATION).get(0), signed("application").get(0)));

        Judged back = uploads.handIn(number, CONFIRMATION, other);

        assertThat(only(back, "NOT_COMPARED").page()).isEqualTo(1);
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    private List<BufferedImage> signed(String code) {
        return uploads.papers().signed(number, code, Papers.CHEN);
    }

    private FormBox box(String code, int page, Predicate<FormBox> wanted) {
        return uploads.papers().layout(number, code).pages().get(page - 1).boxes().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** A page of which the camera sees the corner with the code sharply, and the rest not. */
    private static BufferedImage outOfFocus(BufferedImage page) {
        float[] weights = new float[SOFT * SOFT];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage soft = new ConvolveOp(new Kernel(SOFT, SOFT, weights), ConvolveOp.EDGE_NO_OP, null)
                .filter(page, new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB));
        return withCodeOf(page, soft);
    }

    /** Two thick strokes of a pen through the beginning of a printed value. */
    private static BufferedImage writtenOver(BufferedImage page, FormBox box) {
        double scale = page.getHeight() / PAGE_HEIGHT;
        int left = (int) (box.x() * scale) + 5;
        int middle = (int) ((box.y() + box.height() / 2) * scale);
        return drawnOn(page, pen -> {
            pen.drawLine(left, middle - 9, left + 18, middle + 9);
            pen.drawLine(left, middle + 9, left + 18, middle - 9);
        });
    }

    private static BufferedImage drawnOn(BufferedImage page, Consumer<Graphics2D> strokes) {
        BufferedImage drawn = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.drawImage(page, 0, 0, null);
        pen.setColor(new Color(0x22, 0x22, 0x33));
        pen.setStroke(new BasicStroke(4));
        strokes.accept(pen);
        pen.dispose();
        return drawn;
    }

    private static Finding only(Judged judged, String code) {
        assertThat(judged.codes()).containsOnlyOnce(code);
        return judged.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] cropped(byte[] photo, double share) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(photo));
        return HostilePictures.written(
                whole.getSubimage(0, 0, whole.getWidth(), (int) (whole.getHeight() * share)), "jpg");
    }

    /** A page whose upper right corner, with the code, is another's. */
    private static BufferedImage withCodeOf(BufferedImage page, BufferedImage paper) {
        BufferedImage forged = new BufferedImage(paper.getWidth(), paper.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = forged.createGraphics();
        graphics.drawImage(paper, 0, 0, null);
        int left = paper.getWidth() * 3 / 4;
        int bottom = paper.getHeight() / 6;
        graphics.drawImage(page.getSubimage(left, 0, paper.getWidth() - left, bottom), left, 0, null);
        graphics.dispose();
        return forged;
    }
}
