package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.intake.UploadWorld.APPLICATION;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.intake.UploadWorld.Judged;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.Papers;
import org.xudai.testing.RunningXudai;

/** Forms that come back: the codes on their pages say what they are. */
@RunningXudai
@Import(UploadWorld.class)
class ReturnedFormTests {

    private static final PaperPhoto SCANNER = new PaperPhoto(1300, 1800, 0.01, 1, 0.9f);
    private static final String CONFIRMATION = "whitelist-confirmation";

    @Autowired
    CaseWorld world;

    @Autowired
    UploadWorld uploads;

    @Autowired
    Intake intake;

    @Autowired
    Renewals renewals;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private CaseNumber number = CaseNumber.of(2026, 1);
    private byte[] form = {};

    @BeforeEach
    void aCaseHasItsForms() {
        number = world.collecting(LoanRows.eligible());
        form = uploads.issued(number, APPLICATION);
    }

    @Test
    void theFormSentBackAsItWasSeemsNotToBeSigned() {
        Judged back = uploads.handIn(number, APPLICATION, form);

        assertThat(back.codes()).containsExactlyInAnyOrder("NOT_SIGNED", "NOT_SCANNED");
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
        assertThat(back.document().way()).isNull();
    }

    @Test
    void photosOfItsPagesInAnyOrderAreOneDocumentThatItsCodesName() throws Exception {
        List<BufferedImage> pages = uploads.papers().signed(number, APPLICATION, Papers.CHEN);

        Judged back = uploads.handIn(number, null, SCANNER.of(pages.get(1)), SCANNER.of(pages.get(0)));

        assertThat(back.document().material()).hasToString(APPLICATION);
        assertThat(back.document().files()).hasSize(2);
        assertThat(back.codes()).containsExactly("NOT_SCANNED");
        assertThat(back.document().state()).isEqualTo(DocumentState.ACCEPTED);
        assertThat(back.document().way()).isEqualTo(SigningWay.WET_INK);
    }

    @ParameterizedTest
    @CsvSource({"4000, 3000, 1.6, 2, 0.85", "1080, 1440, 3.1, 1, 0.6", "1440, 1080, 1.6, 1, 0.6"})
    void aPhotoIsKnownByItsCode(int width, int height, double tilt, int blur, float quality) throws Exception {
        PaperPhoto camera = new PaperPhoto(width, height, tilt, blur, quality);

        Judged back = uploads.handIn(number, null, camera.of(signed(CONFIRMATION)));

        assertThat(back.document().material()).hasToString(CONFIRMATION);
        assertThat(back.codes()).containsExactly("NOT_SCANNED");
        assertThat(back.document().state()).isEqualTo(DocumentState.ACCEPTED);
    }

    @Test
    void aPhotoInAPdfIsPaperToo() throws Exception {
        BufferedImage photo = javax.imageio.ImageIO.read(
                new java.io.ByteArrayInputStream(PaperPhoto.ofMessenger().of(signed(CONFIRMATION))));

        Judged back = uploads.handIn(number, CONFIRMATION, HostilePdfs.scanned(photo));

        assertThat(back.codes()).containsExactly("NOT_SCANNED");
        assertThat(back.document().way()).isEqualTo(SigningWay.WET_INK);
    }

    @Test
    void aMissingPageIsNamed() throws Exception {
        Judged back = uploads.handIn(number, APPLICATION, page(1));

        Finding missing = only(back, "PAGE_MISSING");
        assertThat(missing.level()).isEqualTo(Finding.Level.BLOCK);
        assertThat(missing.page()).isEqualTo(2);
        assertThat(missing.values()).containsEntry("page", "2");
        assertThat(back.document().state()).isEqualTo(DocumentState.REFUSED);
    }

    @Test
    void aPageThatWasMissingIsSentAlone() throws Exception {
        Judged first = uploads.handIn(number, APPLICATION, page(1));

        Judged second = uploads.handIn(number, APPLICATION, page(2));

        assertThat(first.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(only(second, "PAGES_KEPT_TO_CHECK").values()).containsEntry("pages", "1");
        assertThat(second.codes()).doesNotContain("PAGE_MISSING");
        assertThat(second.document().state()).isEqualTo(DocumentState.UNDECIDED);
        Material.Kept kept = application().kept().get(0);
        assertThat(kept.page().page()).isEqualTo(1);
        assertThat(kept.received().id()).isEqualTo(first.document().id());
    }

    @Test
    void pagesSentAloneAtTheSameMomentCompleteEachOther() throws Exception {
        Document one = uploads.received(number, APPLICATION, page(1));
        Document two = uploads.received(number, APPLICATION, page(2));

        assertThat(Stream.of(one, two).map(uploads::judged).map(judged -> judged.document()
                        .state()))
                .containsExactlyInAnyOrder(DocumentState.REFUSED, DocumentState.UNDECIDED);
    }

    @Test
    void documentsSentAtTheSameMomentDoNotWaitForEachOtherInACircle() throws Exception {
        byte[] page = PaperPhoto.ofMessenger().of(signed(CONFIRMATION));
        long before = deadlocks();

        List<Document> sent = IntStream.range(0, 6)
                .mapToObj(i -> uploads.received(number, "id-card", page))
                .toList();

        assertThat(sent).allSatisfy(document -> assertThat(
                        uploads.judged(document).document().state().isWaiting())
                .isFalse());
        assertThat(deadlocks()).isEqualTo(before);
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    @Test
    void aPageOfARefusedFileDoesNotStay() throws Exception {
        uploads.handIn(number, APPLICATION, page(1), "no picture".getBytes(StandardCharsets.UTF_8));

        Judged second = uploads.handIn(number, APPLICATION, page(2));

        assertThat(only(second, "PAGE_MISSING").page()).isEqualTo(1);
    }

    @Test
    void noPageStaysOnceTheFormHasToComeAgain() throws Exception {
        uploads.handIn(number, APPLICATION, page(1));
        transactions.executeWithoutResult(status -> intake.reopen(number, new MaterialCode(APPLICATION)));

        Judged second = uploads.handIn(number, APPLICATION, page(2));

        assertThat(only(second, "PAGE_MISSING").page()).isEqualTo(1);
    }

    @Test
    void aPageSentTwiceIsLookedAt() throws Exception {
        Judged back = uploads.handIn(number, APPLICATION, page(1), page(1), page(2));

        assertThat(only(back, "PAGE_TWICE").page()).isEqualTo(1);
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void aPageOfAnotherCaseIsRefused() {
        CaseNumber other = world.collecting(LoanRows.eligible());

        Judged back = uploads.handIn(other, APPLICATION, form);

        only(back, "OTHER_CASE");
        assertThat(back.document().state()).isEqualTo(DocumentState.REFUSED);
    }

    @Test
    void anotherFormOfTheCaseIsRefused() {
        byte[] other = uploads.issued(number, CONFIRMATION);

        Judged back = uploads.handIn(number, APPLICATION, other);

        only(back, "OTHER_FORM");
        assertThat(back.document().state()).isEqualTo(DocumentState.REFUSED);
    }

    @Test
    void aPageOfAnotherFormIsTakenAgainAlone() throws Exception {
        List<BufferedImage> pages = uploads.papers().signed(number, APPLICATION, Papers.CHEN);

        Judged first = uploads.handIn(
                number,
                APPLICATION,
                SCANNER.of(pages.get(0)),
                PaperPhoto.ofMessenger().of(signed(CONFIRMATION)));
        Judged second = uploads.handIn(number, APPLICATION, SCANNER.of(pages.get(1)));

        assertThat(only(first, "OTHER_FORM").values()).containsExactly(Map.entry("file", "2"));
        assertThat(only(first, "PAGE_MISSING").page()).isEqualTo(2);
        assertThat(first.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(second.codes()).containsExactlyInAnyOrder("PAGES_KEPT", "NOT_SCANNED");
        assertThat(second.document().state()).isEqualTo(DocumentState.ACCEPTED);
    }

    @Test
    void anOldVersionIsRefused() {
        uploads.issueAgain(number, APPLICATION);

        Judged old = uploads.handIn(number, APPLICATION, form);
        Judged current = uploads.handIn(number, APPLICATION, uploads.issued(number, APPLICATION));

        only(old, "OLD_VERSION");
        assertThat(old.document().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(current.codes()).containsExactlyInAnyOrder("NOT_SIGNED", "NOT_SCANNED");
    }

    @Test
    void aForgedCodeIsRefused() throws Exception {
        String forged = "XD1/" + number.digits() + "/1/1/1/2/K1/AAAAAAAAAAAAAAAA";

        Judged back = uploads.handIn(number, APPLICATION, SCANNER.of(withCode(printed(), forged)), page(2));

        only(back, "CODE_FORGED");
        assertThat(back.document().state()).isEqualTo(DocumentState.REFUSED);
    }

    @Test
    void aPageWhoseCodeCannotBeReadIsLookedAt() throws Exception {
        Judged back = uploads.handIn(number, APPLICATION, page(2), SCANNER.of(withoutCode(printed())));

        only(back, "CODE_MISSING");
        assertThat(back.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void aSheetWithoutAnyCodeIsLookedAt() throws Exception {
        byte[] sheet = SCANNER.of(withoutCode(printed()));
        Judged named = uploads.handIn(number, APPLICATION, sheet);
        Judged unnamed = uploads.handIn(number, null, sheet);

        only(named, "CODE_MISSING");
        assertThat(named.document().state()).isEqualTo(DocumentState.UNDECIDED);
        only(unnamed, "MATERIAL_UNKNOWN");
        assertThat(unnamed.document().material()).isNull();
        assertThat(unnamed.document().state()).isEqualTo(DocumentState.UNDECIDED);
    }

    @Test
    void anotherUploadTakesThePlaceOfTheFirst() {
        Judged first = uploads.handIn(number, APPLICATION, form);
        Judged second = uploads.handIn(number, APPLICATION, form);

        assertThat(uploads.judged(first.document()).document().state()).isEqualTo(DocumentState.SUPERSEDED);
        assertThat(uploads.judged(first.document()).codes()).isEqualTo(first.codes());
        assertThat(second.document().state()).isEqualTo(DocumentState.UNDECIDED);
        assertThat(second.document().id()).isNotEqualTo(first.document().id());
    }

    /** A page of the form as a file of its own, from 1. */
    private byte[] page(int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(form);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.removePage(page == 1 ? 1 : 0);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** The first page of the form, printed and left as it is. */
    private BufferedImage printed() throws IOException {
        return UploadWorld.printed(form).get(0);
    }

    /** The first page of a form, signed. */
    private BufferedImage signed(String code) {
        return uploads.papers().signed(number, code, Papers.CHEN).get(0);
    }

    private Material application() {
        return renewals.checklist(number).stream()
                .filter(material -> material.code().value().equals(APPLICATION))
                .findFirst()
                .orElseThrow();
    }

    private static Finding only(Judged judged, String code) {
        assertThat(judged.codes()).containsOnlyOnce(code);
        return judged.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The page with a white spot where its code was: the upper right corner. */
    private static BufferedImage withoutCode(BufferedImage page) {
        BufferedImage covered = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = covered.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(page.getWidth() / 2, 0, page.getWidth() / 2, page.getHeight() / 6);
        graphics.dispose();
        return covered;
    }

    private static BufferedImage withCode(BufferedImage page, String text) throws Exception {
        BufferedImage forged = withoutCode(page);
        int side = page.getHeight() / 10;
        BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (modules.get(x, y)) {
                    forged.setRGB(page.getWidth() - side - 100 + x, 100 + y, 0);
                }
            }
        }
        return forged;
    }
}
