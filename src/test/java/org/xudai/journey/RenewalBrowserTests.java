package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Material;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.Papers;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/**
 * The journey in a real browser: the borrower on a phone, officers at a desk. The borrower's pages are checked by axe
 * (WCAG 2.2 AA) and kept as pictures under {@code target/screenshots}; all others have their galleries.
 */
@RunningXudai
@Tag("browser")
class RenewalBrowserTests {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    TestOutbox.Sent sent;

    @Autowired
    Renewals renewals;

    @Autowired
    FormLibrary forms;

    @Autowired
    Dossier dossier;

    private final List<String> complaints = new ArrayList<>();

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Looks at the page: a picture, and what axe finds. */
    private void look(Page page, String name) {
        // all of the page at once: what lies under a bar at the bottom would count as covered
        page.setViewportSize(
                page.viewportSize().width, (int) page.evaluate("Math.max(640, document.documentElement.scrollHeight)"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        AxeResults results = new AxeBuilder(page).withTags(RULES).analyze();
        results.getViolations()
                .forEach(violation -> complaints.add(name + ": " + violation.getId() + " "
                        + violation.getNodes().get(0).getHtml()));
    }

    private void nothingToComplainOf() {
        assertThat(complaints).isEmpty();
    }

    private Page borrower(CaseNumber number, int width, int height, String language) {
        Page page = BROWSER.window(width, height, language);
        int before = sent.of(number.value()).size();
        String link = Objects.requireNonNull(
                await().until(() -> sent.link(number.value()).orElse(null), Objects::nonNull));
        page.navigate(at("/i/" + link.substring(link.lastIndexOf('/') + 1)));
        page.click("button.btn--primary");
        await().until(() -> sent.of(number.value()).size() > before
                && sent.code(number.value()).isPresent());
        page.fill("#code", sent.code(number.value()).orElseThrow());
        page.click("button.btn--primary");
        page.waitForURL("**/my");
        return page;
    }

    private Page officer(String user, int width, int height, String language) {
        Page page = BROWSER.window(width, height, language);
        page.navigate(at("/desk/sign-in"));
        page.fill("#username", user);
        page.fill("#password", "xudai-demo");
        page.click(".si-go");
        page.waitForURL("**/desk/worklist");
        return page;
    }

    @Test
    void aBorrowerOnHisPhoneAndThreeOfficersRenewAnEntry() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        borrowerDoesHisPart(number);
        officerInvestigates(number);
        decideAtTheDesk(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.awaitState(number, CaseState.IN_APPROVAL);
        decideAtTheDesk(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);

        Page page = borrowerAgain(number);
        assertThat(page.innerText("h1").strip()).isEqualTo("白名单已续期");
        assertThat(page.textContent("main")).contains("签新的借款合同");
        look(page, "portal-renewed-zh-390");
        nothingToComplainOf();
    }

    private Page borrowerAgain(CaseNumber number) {
        world.passAMinute();
        return borrower(number, 390, 844, "zh-CN");
    }

    private void borrowerDoesHisPart(CaseNumber number) {
        Page page = borrower(number, 390, 844, "zh-CN");
        look(page, "portal-home-zh-390");
        page.navigate(at("/my/forms/application"));
        for (int guard = 0; guard < 6 && !page.url().endsWith("/check"); guard++) {
            look(page, "portal-form-" + (guard + 1) + "-zh-390");
            for (var area : page.querySelectorAll("textarea")) {
                if (area.inputValue().isBlank()) {
                    area.fill("茶叶种植与销售，经营正常");
                }
            }
            page.click(".bar button");
            page.waitForLoadState();
        }
        assertThat(page.url()).endsWith("/check");
        look(page, "portal-form-check-zh-390");
        page.click(".bar button");
        page.waitForURL("**/my/materials/application");
        for (String material : List.of(
                "application", "whitelist-confirmation", "credit-authorization", "id-card", "business-licence")) {
            uploads(page, material, "src/test/resources/papers/id-card.jpg");
        }
        uploads(page, "financials", "src/test/resources/papers/statements.jpg");
        look(page, "portal-material-zh-390");
        page.navigate(at("/my"));
        page.waitForSelector("a[href='/my/submit']");
        page.click("a[href='/my/submit']");
        look(page, "portal-submit-zh-390");
        page.click(".bar button");
        page.waitForURL("**/my");
        assertThat(page.innerText("h1").strip()).isEqualTo("材料已交齐");
        look(page, "portal-submitted-zh-390");
    }

    private void uploads(Page page, String material, String file) {
        page.navigate(at("/my/materials/" + material));
        page.setInputFiles("#album", Path.of(file));
        page.waitForSelector(".verdicts .alert:not(:has-text('正在看'))");
    }

    private void officerInvestigates(CaseNumber number) {
        Page page = officer("li.officer", 1440, 900, "zh-CN");
        String task = world.task(number, HumanTaskKind.InvestigateCase).id();
        page.navigate(at("/desk/tasks/" + task));
        page.check("input[value=AGREE]");
        page.fill("input[name='query-0-number']", "ZX-1");
        page.fill("input[name='query-1-number']", "ZX-2");
        page.click(".rv-go");
        page.click("#confirm");
        page.waitForURL("**/desk/cases/**");
    }

    private void decideAtTheDesk(CaseNumber number, HumanTaskKind kind, String user, String outcome) {
        Page page = officer(user, 1440, 900, "zh-CN");
        page.navigate(at("/desk/tasks/" + world.task(number, kind).id()));
        page.check("input[value=" + outcome + "]");
        page.click(".rv-go");
        page.click("#confirm");
        page.waitForURL("**/desk/cases/**");
    }

    @Test
    void anUploadTooManyStaysOnThePageThatSaysWhenItLeavesAndIsNotTakenAgain() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Page page = borrower(number, 390, 844, "zh-CN");
        page.navigate(at("/my/materials/id-card"));
        AtomicInteger posts = new AtomicInteger();
        page.route("**/my/materials/id-card/upload", route -> {
            if (posts.incrementAndGet() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "150")));
            } else {
                route.resume();
            }
        });

        page.setInputFiles("#album", Path.of("src/test/resources/papers/id-card.jpg"));
        PlaywrightAssertions.assertThat(page.locator("[data-words]")).hasText("上传次数太多，还没有收下。文件还在这里，3 分钟后自动再传，请不要关掉这一页");
        page.click("[data-again]");

        page.waitForSelector(".verdicts .alert--ok");
        PlaywrightAssertions.assertThat(page.locator(".verdicts .alert--ok")).hasCount(1);
    }

    @Test
    void aDamagedPhotoIsRefusedAtOnceAndTheNextOneTaken() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Page page = borrower(number, 390, 844, "zh-CN");
        page.navigate(at("/my/materials/id-card"));
        page.setInputFiles("#album", new FilePayload("photo.jpg", "image/jpeg", new byte[] {
            (byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3
        }));
        page.waitForSelector(".verdicts .alert--danger");
        look(page, "portal-refused-zh-390");
        page.setInputFiles("#album", Path.of("src/test/resources/papers/id-card.jpg"));

        PlaywrightAssertions.assertThat(page.locator(".verdicts .alert--ok")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("details .checks > li")).hasCount(1);
        nothingToComplainOf();
    }

    @Test
    void aPageThatIsNotSignedIsShownOnHisPhotoTakenAgainAloneAndAccepted() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Papers papers = new Papers(forms, dossier);
        List<byte[]> signed = papers.photographs(number, "credit-authorization", Papers.CHEN);
        List<byte[]> unsigned =
                papers.photographs(number, "credit-authorization", Papers.CHEN.without("owner-signature"));
        Page page = borrower(number, 390, 844, "zh-CN");
        page.navigate(at("/my/materials/credit-authorization"));

        page.setInputFiles("#album", new FilePayload[] {photo(1, signed), photo(2, unsigned)});
        page.waitForSelector(".verdicts .alert--danger:has-text('第2页还没有签字')");
        PlaywrightAssertions.assertThat(page.locator(".marked polygon")).hasCount(1);
        look(page, "portal-unsigned-zh-390");
        page.setInputFiles("#album", photo(2, signed));

        page.waitForSelector(".verdicts .alert--ok:has-text('已通过')");
        Material.Received newest = renewals.checklist(number).stream()
                .filter(material -> material.code().value().equals("credit-authorization"))
                .findFirst()
                .orElseThrow()
                .documents()
                .get(0);
        assertThat(newest.document().state()).isEqualTo(DocumentState.ACCEPTED);
        assertThat(newest.document().files()).as("the good page went along").hasSize(2);
        nothingToComplainOf();
    }

    private static FilePayload photo(int page, List<byte[]> photographs) {
        return new FilePayload("IMG_" + page + ".jpg", "image/jpeg", photographs.get(page - 1));
    }
}
