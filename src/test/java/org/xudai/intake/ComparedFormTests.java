package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.intake.UploadWorld.APPLICATION;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Channel;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.intake.UploadWorld.Judged;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Photographed pages are held against the pages that were issued, and the borrower is shown on his photo what to do. */
@RunningXudai
@Import(UploadWorld.class)
class ComparedFormTests {

    private static final PaperPhoto CAMERA = PaperPhoto.ofMessenger();

    @Autowired
    CaseWorld world;

    @Autowired
    UploadWorld uploads;

    @Autowired
    Dossier dossier;

    private CaseNumber number = CaseNumber.of(2026, 1);
    private List<BufferedImage> pages = List.of();

    @BeforeEach
    void aCaseHasItsForms() throws Exception {
        number = world.collecting(LoanRows.eligible());
        pages = UploadWorld.printed(uploads.issued(number, APPLICATION));
    }

    @Test
    void anOfficerSeesThePageStraightened() throws Exception {
        Judged back = uploads.handIn(number, APPLICATION, CAMERA.of(pages.get(0)), CAMERA.of(pages.get(1)));

        assertThat(back.codes()).doesNotContain("NOT_COMPARED", "CUT_OFF", "TOO_SMALL");
        assertThat(dossier.previewPages(back.document().id())).isEqualTo(2);
        for (int page = 1; page <= 2; page++) {
            try (InputStream picture =
                    dossier.straightened(back.document().id(), page).orElseThrow()) {
                BufferedImage straight = ImageIO.read(picture);
                assertThat((double) straight.getHeight() / straight.getWidth()).isBetween(1.41, 1.42);
            }
        }
    }

    @Test
    void aPageThatIsCutOffIsShownToTheBorrowerOnHisPhoto() throws Exception {
        byte[] cut = cropped(CAMERA.of(pages.get(1)), 0.75);

        Judged back = uploads.handIn(number, APPLICATION, CAMERA.of(pages.get(0)), cut);

        Finding finding = only(back, "CUT_OFF");
        assertThat(finding.level()).isEqualTo(Finding.Level.BLOCK);
        assertThat(finding.page()).isEqualTo(2);
        assertThat(finding.values()).containsEntry("file", "2");
        List<Finding.Corner> photo = Objects.requireNonNull(finding.photo());
        assertThat(photo).hasSize(4);
        assertThat(photo.get(2).y()).as("the page goes on below the photo").isEqualTo(1);
        assertThat(back.document().state()).isEqualTo(DocumentState.REFUSED);
    }

    @Test
    void whatNobodyCanTakeAgainIsForAPersonToDecide() throws Exception {
        byte[] cut = cropped(CAMERA.of(pages.get(1)), 0.75);
        List<Bytes> scans = new ArrayList<>();
        for (byte[] scan : List.of(CAMERA.of(pages.get(0)), cut)) {
            scans.add(new Bytes("扫描.jpg", () -> new ByteArrayInputStream(scan)));
        }

        Judged back = uploads.judged(uploads.received(Channel.POST, number, APPLICATION, scans));

        assertThat(only(back, "CUT_OFF").level()).isEqualTo(Finding.Level.ASK);
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void aCodeOnAnotherPaperIsNoticed() throws Exception {
        byte[] other = CAMERA.of(withCodeOf(pages.get(1), pages.get(0)));

        Judged back = uploads.handIn(number, APPLICATION, CAMERA.of(pages.get(0)), other);

        assertThat(only(back, "NOT_COMPARED").page()).isEqualTo(2);
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
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
