package org.xudai.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.access.BranchScope;
import org.xudai.access.StaffMember;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.mailroom.StackReport.Placed;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** What lies in the tray, why, and in which order. */
@RunningXudai
@Tag("servers")
class TrayTests {

    private static final String APPLICATION = "application";
    private static final int ALL = 10_000;

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Mailroom mailroom;

    @Autowired
    FormLibrary forms;

    @Autowired
    BusinessCalendar calendar;

    private StaffMember officer;

    @BeforeEach
    void somebodyIsInTheMailroom() {
        officer = world.staff("li.officer");
    }

    private List<TraySheet> tray(UUID stack) {
        return mailroom.tray(BranchScope.EVERY, 0, ALL).items().stream()
                .filter(sheet -> sheet.stack().equals(stack))
                .toList();
    }

    private LocalDate lastDay(CaseNumber number) {
        return world.deadlines(number).hardStopAt().atZone(calendar.zone()).toLocalDate();
    }

    @Test
    void whatPressesMostLiesOnTopAndTheRestAsItCame() {
        CaseNumber later = world.collectingInFuzhou(LoanRows.eligible());
        CaseNumber soon = world.collectingInFuzhou(LoanRows.eligible().maturingIn(40));
        StackReport report = mail.sorted(
                new ScanStack()
                        .with(ScanStack.paper("small-photo.jpg"))
                        .with(ScanStack.paper("id-card.jpg"))
                        .with(mail.signed(later, APPLICATION).get(0))
                        .with(mail.signed(soon, APPLICATION).get(0))
                        .pdf(),
                officer);

        List<TraySheet> tray = tray(report.id());

        assertThat(lastDay(soon)).isBefore(lastDay(later));
        assertThat(tray)
                .extracting(TraySheet::page, TraySheet::dueOn)
                .containsExactly(tuple(4, lastDay(soon)), tuple(3, lastDay(later)), tuple(1, null), tuple(2, null));
        assertThat(mailroom.waiting(tray.get(0).id()).orElseThrow()).isEqualTo(tray.get(0));
        assertThat(mailroom.waiting(BranchScope.EVERY))
                .isEqualTo(mailroom.tray(BranchScope.EVERY, 0, 1).total());
    }

    @Test
    void aPageWithTwoCodesOrOfACaseThatIsKeptNoLongerWaitsForAPerson() {
        CaseNumber first = world.collecting(LoanRows.eligible());
        CaseNumber second = world.collecting(LoanRows.eligible());
        CaseNumber gone = CaseNumber.of(2026, 999_001);
        Map<String, String> answers =
                forms.current(first, APPLICATION).orElseThrow().values();
        byte[] ofGone = forms.fill(gone, APPLICATION, 1, answers, Map.of()).pdf();

        StackReport report = mail.sorted(
                new ScanStack()
                        .with(withCodes(
                                codeOn(mail.signed(first, APPLICATION).get(0)),
                                codeOn(mail.signed(second, APPLICATION).get(0))))
                        .printed(ofGone)
                        .pdf(),
                officer);

        assertThat(report.filings()).isEmpty();
        assertThat(report.sheets())
                .extracting(Placed::page, Placed::state, Placed::reason)
                .containsExactly(
                        tuple(1, SheetState.TRAY, "SEVERAL"),
                        tuple(2, SheetState.TRAY, "CASE_GONE"),
                        tuple(3, SheetState.TRAY, "CASE_GONE"));
        assertThat(tray(report.id())).allSatisfy(sheet -> assertThat(sheet.caseNumber())
                .as("nothing is shown of any case")
                .isNull());
    }

    private static String codeOn(byte[] page) {
        BufferedImage picture = ScanStack.picture(page);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As where a page lies on another one and both show their codes. */
    private static byte[] withCodes(String upper, String lower) {
        BufferedImage page = ScanStack.emptyPage();
        print(upper, 200, page);
        print(lower, 1000, page);
        return ScanStack.jpeg(page);
    }

    private static void print(String text, int top, BufferedImage page) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 500, 500);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    page.setRGB(400 + x, top + y, code.get(x, y) ? 0 : 0xffffff);
                }
            }
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPageStaysAsSomebodyTurnedItUntilItIsAssigned() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        StackReport report = mail.sorted(
                new ScanStack().with(ScanStack.paper("id-card.jpg")).back().pdf(), officer);
        UUID page = report.sheets().get(0).id();
        assertThat(mailroom.waiting(page).orElseThrow().turned()).isZero();

        assertThat(mailroom.turn(page, Turn.LEFT)).isTrue();
        assertThat(mailroom.waiting(page).orElseThrow().turned()).isEqualTo(270);
        assertThat(mailroom.turn(page, Turn.RIGHT)).isTrue();
        assertThat(mailroom.turn(page, Turn.RIGHT)).isTrue();
        assertThat(tray(report.id())).extracting(TraySheet::turned).containsExactly(90);

        assertThat(mailroom.assign(List.of(page), number, new MaterialCode("id-card"), officer))
                .isInstanceOf(Mailroom.Assigning.Assigned.class);
        assertThat(mailroom.turn(page, Turn.RIGHT)).isFalse();
    }
}
