package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xudai.access.PartySessions;
import org.xudai.dossier.DocumentState;
import org.xudai.journey.Browser;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** One page of a form is not all in the picture: he is shown where, takes that page again, and nothing else. */
@RunningXudai
@Import(Borrowers.class)
@Tag("browser")
class RetakeTests {

    private static final String FORM = "credit-authorization";
    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    PartySessions sessions;

    private CaseNumber number = CaseNumber.of(2026, 1);
    private List<byte[]> pages = List.of();

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    @BeforeEach
    void aFormOfTwoPages() {
        number = world.collecting(LoanRows.eligible());
        pages = borrowers.photographs(number, FORM);
        assertThat(pages).hasSize(2);
    }

    private static FilePayload photo(String name, byte[] bytes) {
        return new FilePayload(name, "image/jpeg", bytes);
    }

    @Test
    void onASmallPhoneHeSeesTheRedBoxOnHisPhotoAndTakesThatPageAlone() throws IOException {
        Page page = BROWSER.window(360, 640, "zh-CN");
        page.context()
                .addCookies(List.of(new Cookie("XDPARTY", sessions.open(borrowers.of(number)))
                        .setDomain("127.0.0.1")
                        .setPath("/my")));
        page.navigate("http://127.0.0.1:" + port + "/my/materials/" + FORM);
        page.setInputFiles(
                "#album",
                new FilePayload[] {photo("1.jpg", pages.get(0)), photo("2.jpg", Borrowers.cutOff(pages.get(1)))});

        page.waitForSelector(".verdicts .alert--danger");
        PlaywrightAssertions.assertThat(page.locator(".verdicts h2")).hasText("第 2 页要重拍");
        PlaywrightAssertions.assertThat(page.locator("#mine")).hasText("您拍的第 2 页");
        assertThat(boxLiesOnThePhoto(page)).isTrue();
        PlaywrightAssertions.assertThat(page.locator(".page-row")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator(".page-row")).containsText("第 1 页");
        PlaywrightAssertions.assertThat(page.locator(".page-row")).containsText("这张留着，不用再拍");
        PlaywrightAssertions.assertThat(page.locator(".bar label[for=camera]")).hasText("重拍第 2 页");
        BoundingBox act = page.locator(".bar label[for=camera]").boundingBox();
        assertThat(act.y + act.height).as("in sight without scrolling").isLessThanOrEqualTo(640);

        page.setInputFiles("#camera", photo("2.jpg", pages.get(1)));

        page.waitForSelector(".verdicts .alert--ok");
        assertThat(borrowers
                        .material(number, FORM)
                        .documents()
                        .get(0)
                        .document()
                        .files())
                .hasSize(2);
    }

    private static boolean boxLiesOnThePhoto(Page page) {
        Locator photo = page.locator(".photo .marked img");
        photo.scrollIntoViewIfNeeded();
        photo.evaluate("picture => picture.decode()");
        BoundingBox picture = photo.boundingBox();
        BoundingBox box = page.locator(".photo .marked polygon").boundingBox();
        return box.width > picture.width / 2
                && box.x >= picture.x - 4
                && box.y >= picture.y - 4
                && box.x + box.width <= picture.x + picture.width + 4
                && box.y + box.height <= picture.y + picture.height + 4;
    }

    @Test
    void ofAScannedFileOnlyThePageThatIsCutOffIsAskedForAgain() throws IOException {
        Visitor visitor = Visitor.signedIn(port, sessions, borrowers.of(number));

        visitor.upload(FORM, scanned(pages.get(0), Borrowers.cutOff(pages.get(1))));
        world.awaitVerdicts(number);
        assertThat(visitor.get("/my/materials/" + FORM).words())
                .contains("第 2 页要重拍", "只要重拍这一页", "您拍的第 2 页", "重拍第 2 页", "这张留着")
                .doesNotContain("整份重新交");
        visitor.upload(FORM, Borrowers.cutOff(pages.get(1)));
        world.awaitVerdicts(number);
        assertThat(visitor.get("/my/materials/" + FORM).words())
                .as("the page of the first file stays")
                .contains("第 2 页要重拍", "第 1 页 这张留着");
        visitor.upload(FORM, pages.get(1));
        world.awaitVerdicts(number);

        assertThat(borrowers
                        .material(number, FORM)
                        .documents()
                        .get(0)
                        .document()
                        .state())
                .isEqualTo(DocumentState.ACCEPTED);
        assertThat(visitor.get("/my/materials/" + FORM).words()).contains("好了，看下一件");
    }

    private static byte[] scanned(byte[]... photos) throws IOException {
        try (PDDocument file = new PDDocument()) {
            for (byte[] photo : photos) {
                PDImageXObject picture = PDImageXObject.createFromByteArray(file, photo, "page");
                PDPage page = new PDPage(new PDRectangle(picture.getWidth() * 0.5f, picture.getHeight() * 0.5f));
                file.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(file, page)) {
                    pen.drawImage(
                            picture,
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.save(bytes);
            return bytes.toByteArray();
        }
    }
}
