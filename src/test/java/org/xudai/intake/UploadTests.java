package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.xudai.audit.AuditTrail;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.FileTooLarge;
import org.xudai.intake.UploadWorld.Judged;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Uploads of all kinds: what is in them decides, not what they are called, and nothing is done twice. */
@RunningXudai
@Import(UploadWorld.class)
class UploadTests {

    private static final String LICENCE = "business-licence";
    private static final String FINANCIALS = "financials";

    @Autowired
    CaseWorld world;

    @Autowired
    UploadWorld uploads;

    @Autowired
    Intake intake;

    @Autowired
    Dossier dossier;

    @Autowired
    AuditTrail audit;

    private CaseNumber number = CaseNumber.of(2026, 1);

    @BeforeEach
    void aCaseWaitsForItsMaterials() {
        number = world.collecting(LoanRows.eligible());
    }

    @Test
    void aPhotoCalledPdfIsAPhoto() throws Exception {
        byte[] photo = HostilePictures.held(HostilePictures.sheet(300, 400), 6);

        Judged judged = uploads.handIn(number, LICENCE, photo);

        assertThat(judged.codes()).containsExactlyInAnyOrder("PICTURE_TO_CHECK", "NOT_SCANNED");
        assertThat(judged.document().state()).isEqualTo(DocumentState.UNDECIDED);
        assertThat(judged.document().files().get(0).contentType()).isEqualTo("image/jpeg");
        assertThat(judged.document().files().get(0).name()).endsWith(".pdf");
        assertThat(uploads.bytesOf(judged.document())).as("as received").isEqualTo(photo);
    }

    @Test
    void aPhotoHeldSidewaysIsShownUpright() throws Exception {
        Judged judged = uploads.handIn(number, LICENCE, HostilePictures.held(HostilePictures.sheet(300, 400), 6));

        try (InputStream preview = dossier.preview(judged.document().id(), 1).orElseThrow()) {
            var shown = ImageIO.read(preview);
            assertThat(shown.getWidth()).isEqualTo(400);
            assertThat(shown.getHeight()).isEqualTo(300);
            assertThat(shown.getRGB(390, 10) & 0xffff)
                    .as("the red corner is at the right")
                    .isLessThan(0x4040);
            assertThat(shown.getRGB(10, 10) & 0xffff).isGreaterThan(0xc0c0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "empty.pdf, business-licence, EMPTY",
        "password.pdf, business-licence, ENCRYPTED",
        "script.pdf, business-licence, ACTIVE_SCRIPT",
        "launch.pdf, business-licence, ACTIVE_LAUNCH",
        "submission.pdf, business-licence, ACTIVE_LINK",
        "xfa.pdf, business-licence, ACTIVE_XFA",
        "attachment.pdf, business-licence, ATTACHMENT",
        "half.jpg, business-licence, DAMAGED",
        "cut-short.pdf, business-licence, DAMAGED",
        "fifty-one-pages.pdf, business-licence, TOO_LARGE",
        "bomb.png, business-licence, TOO_LARGE",
        "heavy-drawing.pdf, business-licence, BOMB",
        "program.pdf, business-licence, TYPE_NOT_ACCEPTED",
        "accounts.xlsx, business-licence, TYPE_NOT_ACCEPTED",
        "macros.xlsx, financials, ACTIVE_SCRIPT",
        "bomb.xlsx, financials, BOMB",
        "password.xlsx, financials, ENCRYPTED"
    })
    void whatCannotBeTakenIsRefusedWithItsReason(String file, String material, String code) throws Exception {
        Judged judged = uploads.handIn(number, material, hostile(file));

        assertThat(judged.codes()).containsExactly(code);
        assertThat(judged.findings().get(0).level()).isEqualTo(Finding.Level.BLOCK);
        assertThat(judged.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(dossier.previewPages(judged.document().id())).isZero();
    }

    @Test
    void aWorkbookOfTheAccountsIsLeftToAPerson() throws Exception {
        Judged judged = uploads.handIn(number, FINANCIALS, hostile("accounts.xlsx"));

        assertThat(judged.codes()).containsExactlyInAnyOrder("TABLE_TO_CHECK", "NOT_SCANNED");
        assertThat(judged.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void fiftyPagesAreAllShown() throws Exception {
        Judged judged = uploads.handIn(number, FINANCIALS, hostile("fifty-pages.pdf"));

        assertThat(judged.document().state()).isEqualTo(DocumentState.UNDECIDED);
        assertThat(dossier.previewPages(judged.document().id())).isEqualTo(50);
    }

    @Test
    void onePhotoOfSeveralThatIsDamagedRefusesThemTogether() throws Exception {
        Judged judged = uploads.handIn(number, LICENCE, hostile("photo.jpg"), hostile("half.jpg"));

        assertThat(judged.codes()).containsExactly("DAMAGED");
        assertThat(judged.findings().get(0).values()).containsEntry("file", "2");
    }

    @Test
    void theSameFileTwiceMakesTwoDocuments() throws Exception {
        byte[] photo = hostile("photo.jpg");

        Judged first = uploads.handIn(number, LICENCE, photo);
        Judged second = uploads.handIn(number, LICENCE, photo);

        assertThat(first.document().id()).isNotEqualTo(second.document().id());
        assertThat(second.findings()).isEqualTo(first.findings());
        assertThat(second.document().files().get(0).sha256())
                .isEqualTo(first.document().files().get(0).sha256());
    }

    @Test
    void anInspectionTriedAgainByManyAtOnceIsDoneOnce() throws Exception {
        Document document = uploads.received(number, LICENCE, hostile("photo.jpg"), hostile("three-pages.tiff"));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tries.add(() -> {
                intake.inspect(document.id());
                return true;
            });
        }

        for (Future<Boolean> done : nodes.invokeAll(tries)) {
            assertThat(done.get()).isTrue();
        }
        nodes.shutdown();

        Judged judged = uploads.judged(document);
        assertThat(judged.codes()).containsExactlyInAnyOrder("PICTURE_TO_CHECK", "NOT_SCANNED");
        assertThat(dossier.previewPages(document.id())).isEqualTo(4);
        assertThat(audit.entriesOf(number).stream()
                        .filter(entry -> entry.act().equals("intake.inspected"))
                        .filter(entry ->
                                document.id().toString().equals(entry.facts().get("document"))))
                .hasSize(1);
    }

    @Test
    void anUploadCutOffInTheMiddleLeavesNoDocument() {
        int before = dossier.ofCase(number).size();

        assertThatThrownBy(() -> uploads.received(
                        number,
                        LICENCE,
                        List.of(
                                new Bytes("1.jpg", () -> new ByteArrayInputStream(new byte[100])),
                                new Bytes("2.jpg", UploadTests::goneAway))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the sender went away");

        assertThat(dossier.ofCase(number)).hasSize(before);
    }

    @Test
    void aFileOverTheLimitLeavesNoDocument() {
        int before = dossier.ofCase(number).size();

        assertThatThrownBy(() -> uploads.received(number, LICENCE, new byte[21 << 20]))
                .isInstanceOf(FileTooLarge.class);

        assertThat(dossier.ofCase(number)).hasSize(before);
    }

    private static byte[] hostile(String name) throws IOException {
        return HostileFiles.named(name);
    }

    private static InputStream goneAway() throws IOException {
        throw new IOException("the sender went away");
    }
}
