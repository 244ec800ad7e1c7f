package org.xudai.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.access.BranchScope;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.intake.Finding;
import org.xudai.intake.Intake;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.mailroom.Mailroom.Assigning;
import org.xudai.mailroom.StackReport.Filing;
import org.xudai.mailroom.StackReport.Placed;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** A stack of scans, papers of several borrowers mixed: each page finds its place, and only its own people see it. */
@RunningXudai
@Tag("servers")
class MailroomTests {

    private static final String APPLICATION = "application";
    private static final String CONFIRMATION = "whitelist-confirmation";
    private static final String FORGED = "XD1/20260000017/1/1/1/2/K1/ABCDEFGHIJKLMNOP";
    private static final BranchScope WUYISHAN = new BranchScope(false, Set.of(new BranchCode("35070201")));
    private static final BranchScope FUZHOU = new BranchScope(false, Set.of(new BranchCode("35010201")));

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Renewals renewals;

    @Autowired
    Dossier dossier;

    @Autowired
    Intake intake;

    @Autowired
    AuditTrail trail;

    private StaffMember officer;

    @BeforeEach
    void somebodyIsInTheMailroom() {
        officer = world.staff("li.officer");
    }

    private Document document(Filing filing) {
        return dossier.find(Objects.requireNonNull(filing.document())).orElseThrow();
    }

    private static Filing filingOf(StackReport report, CaseNumber number) {
        List<Filing> filings = report.filings().stream()
                .filter(filing -> filing.caseNumber().equals(number))
                .toList();
        assertThat(filings).hasSize(1);
        return filings.get(0);
    }

    private List<String> codes(DocumentId id) {
        await("the verdict on " + id)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !dossier.find(id).orElseThrow().state().isWaiting());
        return intake.findingsOf(id).stream().map(Finding::code).toList();
    }

    private List<UUID> inTray(BranchScope scope, UUID stack) {
        return mailroom.tray(scope, 0, 200).items().stream()
                .filter(sheet -> sheet.stack().equals(stack))
                .map(TraySheet::id)
                .toList();
    }

    private static byte[] withForgedCode() {
        try {
            BitMatrix code = new QRCodeWriter().encode(FORGED, BarcodeFormat.QR_CODE, 900, 1200);
            BufferedImage page = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    page.setRGB(x, y, code.get(x, y) ? 0 : 0xffffff);
                }
            }
            return ScanStack.jpeg(page);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<AuditEntry> acts(CaseNumber number, String act) {
        return trail.entriesOf(number).stream()
                .filter(entry -> entry.act().equals(act))
                .toList();
    }

    @Test
    void everyPageOfAMixedStackFindsItsPlace() {
        CaseNumber first = world.collecting(LoanRows.eligible());
        CaseNumber second = world.collecting(LoanRows.eligible());
        CaseNumber foreign = world.collectingInFuzhou(LoanRows.eligible());
        CaseNumber ended = world.collecting(LoanRows.eligible());
        List<byte[]> ofEnded = mail.signed(ended, APPLICATION);
        assertThat(renewals.withdraw(ended, Actor.system("test"), "不再续贷")).isTrue();
        List<byte[]> old = mail.signed(second, CONFIRMATION);
        mail.issueAgain(second, CONFIRMATION);
        List<byte[]> ofFirst = mail.signed(first, APPLICATION);
        List<byte[]> ofSecond = mail.signed(second, APPLICATION);
        byte[] stack = new ScanStack()
                .with(ofFirst.get(1)) // 1
                .with(ScanStack.paper("id-card.jpg")) // 2: no code
                .with(ofSecond.get(0)) // 3
                .back() // 4
                .upsideDown(ofFirst.get(0)) // 5
                .with(ofSecond.get(1)) // 6
                .with(withForgedCode()) // 7
                .with(mail.signed(foreign, APPLICATION).get(0)) // 8
                .with(ofEnded.get(0)) // 9
                .with(old.get(0)) // 10
                .pdf();

        Mailroom.Taken taken = mail.handedIn(stack, officer);
        StackReport report = mail.sorted(taken.id());

        assertThat(taken.before()).isFalse();
        assertThat(report.state()).isEqualTo(StackState.DONE);
        assertThat(report.pages()).isEqualTo(10);
        assertThat(report.count(SheetState.BLANK)).isEqualTo(1);
        assertThat(report.sheets())
                .extracting(Placed::page, Placed::state, Placed::reason)
                .containsExactly(
                        tuple(2, SheetState.TRAY, "NO_CODE"),
                        tuple(4, SheetState.BLANK, null),
                        tuple(7, SheetState.TRAY, "FORGED"),
                        tuple(8, SheetState.TRAY, "OTHER_BRANCH"),
                        tuple(9, SheetState.TRAY, "CASE_ENDED"));
        Document filed = document(filingOf(report, first));
        assertThat(filed.material()).hasToString(APPLICATION);
        assertThat(filed.channel()).isEqualTo(Channel.SCAN);
        assertThat(filed.by()).isEqualTo(Actor.staff(officer.id()));
        assertThat(filed.files())
                .extracting(StoredFile::name)
                .first()
                .asString()
                .contains("-005");
        assertThat(mail.bytes(filed.files().get(1)))
                .as("the scanner's own bytes")
                .isEqualTo(ofFirst.get(1));
        assertThat(codes(filed.id())).doesNotContain("PAGE_MISSING", "PAGE_TWICE", "OTHER_CASE", "CODE_MISSING");
        assertThat(acts(first, "mailroom.filed")).singleElement().satisfies(entry -> assertThat(entry.facts())
                .containsEntry("sheets", report.sha256() + "#5," + report.sha256() + "#1"));
        assertThat(report.filings().stream()
                        .filter(filing -> filing.caseNumber().equals(second))
                        .map(Filing::pages))
                .containsExactlyInAnyOrder(List.of(3, 6), List.of(10));
        assertThat(report.filings().stream()
                        .filter(filing -> filing.pages().equals(List.of(10)))
                        .flatMap(filing -> codes(document(filing).id()).stream()))
                .contains("OLD_VERSION");
        assertThat(dossier.ofCase(foreign)).allMatch(document -> document.channel() == Channel.ISSUED);
        assertThat(dossier.ofCase(ended)).allMatch(document -> document.channel() == Channel.ISSUED);
        onlyItsOwnPeopleSeeAPage(report, foreign);
        theSameStackIsToldAndNotDoubled(stack, taken, first);
    }

    private void onlyItsOwnPeopleSeeAPage(StackReport whole, CaseNumber foreign) {
        StackReport seen = mailroom.report(whole.id(), WUYISHAN).orElseThrow();
        UUID page = whole.sheets().get(3).id();

        assertThat(seen.elsewhere()).containsExactly(8);
        assertThat(mailroom.latest(WUYISHAN, 50))
                .filteredOn(report -> report.id().equals(whole.id()))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.counts()).isEqualTo(seen.counts());
                    assertThat(report.read()).isEqualTo(10);
                });
        assertThat(seen.toString()).doesNotContain(foreign.value(), page.toString());
        assertThat(inTray(WUYISHAN, whole.id())).hasSize(3).doesNotContain(page);
        assertThat(inTray(FUZHOU, whole.id())).containsExactly(page);
        assertThat(mailroom.waiting(page).orElseThrow().caseNumber()).isEqualTo(foreign);
        assertThat(mailroom.report(whole.id(), FUZHOU).orElseThrow().filings()).isEmpty();
    }

    private void theSameStackIsToldAndNotDoubled(byte[] stack, Mailroom.Taken taken, CaseNumber first) {
        int documents = dossier.ofCase(first).size();

        assertThat(mail.handedIn(stack, officer)).isEqualTo(new Mailroom.Taken(taken.id(), true));
        assertThat(dossier.ofCase(first)).hasSize(documents);
    }

    @Test
    void aPageThatCameInAnotherStackComesOnceAndOneFormScannedTwiceIsToBeLookedAt() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        List<byte[]> pages = mail.signed(number, APPLICATION);
        StackReport first = mail.sorted(new ScanStack().with(pages).pdf(), officer);

        StackReport again = mail.sorted(new ScanStack().with(pages).back().pdf(), officer);

        assertThat(filingOf(first, number).twice()).isFalse();
        assertThat(filingOf(again, number).twice()).isTrue();
        assertThat(filingOf(again, number).document())
                .isEqualTo(filingOf(first, number).document());
        CaseNumber twice = world.collecting(LoanRows.eligible());
        List<byte[]> paper = mail.signed(twice, APPLICATION);
        StackReport doubled = mail.sorted(
                new ScanStack()
                        .with(paper)
                        .upsideDown(paper.get(0))
                        .with(paper.get(1))
                        .pdf(),
                officer);
        assertThat(doubled.count(SheetState.FILED)).isEqualTo(3);
        assertThat(doubled.count(SheetState.TWICE)).isEqualTo(1);
        DocumentId document = doubled.filings().get(0).document();
        assertThat(codes(Objects.requireNonNull(document))).contains("PAGE_TWICE");
    }

    @Test
    void thePagesOfATiffKeepTheirPixels() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        List<byte[]> pages = mail.signed(number, APPLICATION);

        StackReport report = mail.sorted(new ScanStack().with(pages).back().tiff(), officer);

        Document filed = document(filingOf(report, number));
        var kept = ScanStack.picture(mail.bytes(filed.files().get(0)));
        var scanned = ScanStack.picture(pages.get(0));
        assertThat(kept.getWidth()).isEqualTo(scanned.getWidth());
        assertThat(kept.getRGB(0, 0, kept.getWidth(), kept.getHeight(), null, 0, kept.getWidth()))
                .isEqualTo(scanned.getRGB(0, 0, scanned.getWidth(), scanned.getHeight(), null, 0, scanned.getWidth()));
        assertThat(codes(filed.id())).doesNotContain("PAGE_MISSING", "CODE_MISSING");
        assertThat(report.count(SheetState.BLANK)).isEqualTo(1);
    }

    @Test
    void aPersonMakesADocumentOfPagesThatNoCodeAssignsAndPutsOthersAside() throws Exception {
        CaseNumber number = world.collecting(LoanRows.eligible());
        StackReport report = mail.sorted(
                new ScanStack()
                        .with(ScanStack.paper("id-card.jpg"))
                        .with(ScanStack.paper("business-licence.jpg"))
                        .with(ScanStack.paper("statements.jpg"))
                        .pdf(),
                officer);
        List<UUID> waiting = inTray(WUYISHAN, report.id());
        assertThat(waiting).hasSize(3);
        try (InputStream picture = mailroom.picture(waiting.get(0)).orElseThrow()) {
            assertThat(ScanStack.picture(picture.readAllBytes()).getHeight()).isPositive();
        }
        List<UUID> two = List.of(waiting.get(1), waiting.get(0));
        StaffMember colleague = world.staff("wu.head");

        Assigning assigned = mailroom.assign(two, number, new MaterialCode("id-card"), colleague);

        assertThat(assigned).isInstanceOf(Assigning.Assigned.class);
        Document document =
                dossier.find(((Assigning.Assigned) assigned).document()).orElseThrow();
        assertThat(document.by()).isEqualTo(Actor.staff(colleague.id()));
        assertThat(document.files()).hasSize(2);
        assertThat(acts(number, "mailroom.assigned")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(Actor.staff(colleague.id()));
            assertThat(entry.facts()).containsEntry("sheets", report.sha256() + "#2," + report.sha256() + "#1");
        });
        assertThat(mailroom.assign(two, number, new MaterialCode("id-card"), officer))
                .isInstanceOf(Assigning.NotWaiting.class);
        assertThat(mailroom.discard(List.of(waiting.get(2), waiting.get(0)), DiscardReason.NO_MATERIAL, "", officer))
                .as("one of them went to the case")
                .isFalse();
        assertThat(mailroom.discard(List.of(waiting.get(2)), DiscardReason.NO_MATERIAL, "宣传页", officer))
                .isTrue();
        assertThat(inTray(WUYISHAN, report.id())).isEmpty();
        assertThat(mailroom.picture(waiting.get(2))).isEmpty();
        StackReport after = mailroom.report(report.id(), WUYISHAN).orElseThrow();
        assertThat(after.filings()).singleElement().matches(Filing::byPerson);
        assertThat(after.sheets()).singleElement().matches(sheet -> sheet.state() == SheetState.DISCARDED);
    }

    @Test
    void aPageIsNotAssignedToACaseThatHasEndedOrDoesNotAskForIt() throws Exception {
        CaseNumber ended = world.collecting(LoanRows.eligible());
        renewals.withdraw(ended, Actor.system("test"), "不再续贷");
        CaseNumber open = world.collecting(LoanRows.eligible());
        StackReport report = mail.sorted(
                new ScanStack().with(ScanStack.paper("small-photo.jpg")).pdf(), officer);
        List<UUID> waiting = inTray(WUYISHAN, report.id());

        assertThat(mailroom.assign(waiting, ended, new MaterialCode("id-card"), officer))
                .isInstanceOf(Assigning.NotTaken.class);
        assertThat(mailroom.assign(waiting, open, new MaterialCode("shareholder-resolution"), officer))
                .isInstanceOf(Assigning.NotTaken.class);
        assertThat(inTray(WUYISHAN, report.id())).isEqualTo(waiting);
    }

    @Test
    void whatSomebodySeesOnAPageThatWasPutAsideAsBlankIsNotLost() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        StackReport report = mail.sorted(new ScanStack().back().pdf(), officer);
        UUID blank = report.sheets().get(0).id();

        assertThat(mailroom.picture(blank)).isPresent();
        assertThat(mailroom.assign(List.of(blank), number, new MaterialCode("financials"), officer))
                .isInstanceOf(Assigning.Assigned.class);
    }

    @Test
    void aStackIsKeptAsItCame() throws IOException {
        byte[] stack = new ScanStack().back().back().back().pdf();
        StackReport report = mail.sorted(stack, officer);

        try (InputStream kept = mailroom.content(report.id()).orElseThrow()) {
            assertThat(kept.readAllBytes()).isEqualTo(stack);
        }
        assertThat(report.size()).isEqualTo(stack.length);
        assertThat(mailroom.latest(WUYISHAN, 50)).extracting(StackReport::id).contains(report.id());
        assertThat(mailroom.latest(FUZHOU, 50)).extracting(StackReport::id).doesNotContain(report.id());
    }
}
