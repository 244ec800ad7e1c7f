package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.dossier.DocumentState;
import org.xudai.journey.Browser;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.MaterialState;
import org.xudai.signing.ScreenSignature;
import org.xudai.signing.ScreenSigning;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/** Signing on a phone, with a finger, by typing, and by three in order on one phone. */
@RunningXudai
@Import(Borrowers.class)
@Tag("browser")
class SigningBrowserTests {

    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    ApplicationContext context;

    @Autowired
    PartySessions sessions;

    @Autowired
    ScreenSigning signing;

    @Autowired
    TestOutbox.Sent sent;

    @Autowired
    MovableClock clock;

    private CaseNumber number = CaseNumber.of(2026, 1);

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    @BeforeEach
    void aMinuteLater() {
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void mrChenDrawsHisNameOnHisPhoneAndTurnsItMeanwhile() {
        number = world.collecting(LoanRows.eligible());
        Page page = phone(BROWSER.window(390, 844, "zh-CN"), borrowers.of(number));
        page.navigate(at("/my/materials/credit-authorization"));
        assertThat(page.content()).as("paper only").doesNotContain("/credit-authorization/sign");

        page.navigate(at("/my/materials/whitelist-confirmation/sign"));
        draw(page);
        page.setViewportSize(844, 390);
        page.reload();
        assertThat(page.textContent("[data-drawn]")).contains("签名已留住");
        asksAndEnters(page, () -> page.click("[data-ask]"));
        page.check("[name=agreed]");
        page.click(".bar .btn--primary");
        page.waitForURL(Pattern.compile(".*\\?done$"));

        assertThat(page.textContent("main")).contains("签好了");
        assertThat(borrowers.material(number, "whitelist-confirmation").state()).isEqualTo(MaterialState.ACCEPTED);
        assertThat(signing.signaturesOf(number))
                .singleElement()
                .extracting(ScreenSignature::mode)
                .isEqualTo(ScreenSignature.Mode.DRAWN);
        assertThat(page.locator("main .sheet img").count()).isPositive();
        page.navigate(at("/my"));
        assertThat(page.textContent("main")).contains("已通过");
    }

    @Test
    void somebodyWhoCannotDrawTypesHisNameOnABrowserWithoutScripts() {
        number = world.collecting(LoanRows.eligible());
        Page page = phone(BROWSER.windowWithoutScripts(360, 640, "zh-CN"), borrowers.of(number));
        page.navigate(at("/my/materials/whitelist-confirmation/sign"));
        asksAndEnters(page, () -> page.click("[data-ask]"));
        page.fill("[name=name]", "陈茂");
        page.check("[name=agreed]");
        page.click(".bar .btn--primary");
        assertThat(page.textContent("main")).contains("打的名字和登记的不一样");

        page.fill("[name=one-time]", sent.code(number.value()).orElseThrow());
        page.fill("[name=name]", "陈茂生");
        page.check("[name=agreed]");
        page.click(".bar .btn--primary");
        assertThat(page.textContent("main")).contains("签好了");
        assertThat(signing.signaturesOf(number))
                .singleElement()
                .extracting(ScreenSignature::mode)
                .isEqualTo(ScreenSignature.Mode.TYPED);
    }

    @Test
    void threeShareholdersSignInOrderOnThePhoneThatGoesFromHandToHand() {
        number = Shareholders.ofACompany(context, port).number();
        Page page = phone(BROWSER.window(390, 844, "zh-CN"), borrowers.of(number));
        page.navigate(at("/my/materials/shareholder-resolution/sign"));
        for (String name : List.of("丁一", "王二", "赵三")) {
            clock.advance(Duration.ofMinutes(2));
            assertThat(page.textContent(".bar")).contains("把手机交给" + name);
            asks(page, () -> page.click(".bar .btn--primary"));
            page.fill("[name=code]", sent.code(number.value()).orElseThrow());
            page.click(".bar .btn--primary");
            page.waitForURL(Pattern.compile(".*/sign$"));
            draw(page);
            asksAndEnters(page, () -> page.click("[data-ask]"));
            page.check("[name=agreed]");
            page.click(".bar .btn--primary");
            page.waitForURL(Pattern.compile(".*\\?done$"));
        }
        assertThat(page.textContent("main")).contains("所有人都签好了");
        assertThat(borrowers.material(number, "shareholder-resolution").documents())
                .filteredOn(received -> received.document().state() == DocumentState.ACCEPTED)
                .hasSize(1);
        assertThat(signing.signaturesOf(number)).hasSize(3);
    }

    private Page phone(Page page, PartySession party) {
        page.context()
                .addCookies(List.of(new Cookie("XDPARTY", sessions.open(party))
                        .setDomain("127.0.0.1")
                        .setPath("/my")));
        return page;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Draws a name with the finger. */
    static void draw(Page page) {
        page.check("[name=mode][value=DRAWN]");
        page.locator("[data-pad]").scrollIntoViewIfNeeded();
        BoundingBox box = page.locator("[data-pad]").boundingBox();
        for (int stroke = 0; stroke < 3; stroke++) {
            double x = box.x + box.width * (0.15 + 0.25 * stroke);
            page.mouse().move(x, box.y + box.height * 0.3);
            page.mouse().down();
            for (int i = 1; i <= 12; i++) {
                page.mouse().move(x + i * 5, box.y + box.height * (0.3 + 0.4 * Math.abs(Math.sin(i / 2.5))));
            }
            page.mouse().up();
        }
    }

    /** Asks for a code and enters it. */
    private void asksAndEnters(Page page, Runnable asking) {
        asks(page, asking);
        page.fill("[name=one-time]", sent.code(number.value()).orElseThrow());
    }

    private void asks(Page page, Runnable asking) {
        long before = codes();
        asking.run();
        await().atMost(Duration.ofSeconds(60)).until(() -> codes() > before);
        page.waitForLoadState();
    }

    private long codes() {
        return sent.of(number.value()).stream()
                .filter(message -> message.code() != null)
                .count();
    }
}
