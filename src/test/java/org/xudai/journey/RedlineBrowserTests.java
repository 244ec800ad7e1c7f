package org.xudai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xudai.testing.RunningXudai;

/** A reviewer compares a page that came back with the one that was issued. */
@RunningXudai
@Tag("browser")
class RedlineBrowserTests {

    private static final Browser BROWSER = new Browser();
    private static final Pattern ON = Pattern.compile(".*is-on.*");

    /** One review for all: each looks at it, none decides it. */
    private static String task = "";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    @BeforeEach
    void aReview() {
        if (task.isEmpty()) {
            task = new RedlineStage(context).review();
        }
    }

    private Page signedIn(Page page) {
        page.navigate(at("/desk/sign-in"));
        page.fill("#username", "wang.reviewer");
        page.fill("#password", "xudai-demo");
        page.click(".si-go");
        page.waitForURL("**/desk/worklist");
        page.navigate(at(task));
        return page;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** What of the pair that is open can be seen. */
    private static Locator seen(Page page, String selector) {
        return page.locator(".doc.is-on .pair.is-on " + selector + ":visible");
    }

    private static boolean drawn(Locator picture) {
        picture.scrollIntoViewIfNeeded();
        return Boolean.TRUE.equals(
                picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth > 1000)"));
    }

    @Test
    void aFindingLeadsToItsBoxOnBothPagesAndTheBoxLeadsBack() {
        Page page = signedIn(BROWSER.window(1440, 900, "zh-CN"));
        Locator finding =
                page.locator(".of-doc.is-on .finding", new Page.LocatorOptions().setHasText(RedlineStage.SAID));

        finding.click();

        Locator box = seen(page, ".pair-received a[data-box]");
        assertThat(box).isFocused();
        assertThat(box).hasClass(ON);
        assertThat(seen(page, ".pair-issued g[data-box]")).hasClass(ON);
        assertThat(page.locator("[data-crops] canvas:visible")).hasCount(2);
        page.keyboard().press("Enter");
        assertThat(finding).isFocused();
        page.keyboard().press("p");
        page.keyboard().press("n");
        assertThat(box).isFocused();
        assertThat(drawn(seen(page, ".pair-issued img"))).isTrue();
        assertThat(drawn(seen(page, ".pair-received img"))).isTrue();
    }

    @Test
    void issuedAndReceivedAreLaidOverOneAnotherByKeysAndTheZoomStays() {
        Page page = signedIn(BROWSER.window(1440, 900, "zh-CN"));
        assertThat(page.locator("[data-pick=doc-credit-authorization]")).hasAttribute("aria-current", "true");
        assertThat(seen(page, ".page-img")).hasCount(2);
        page.keyboard().press("+");

        page.keyboard().press("f");
        assertThat(page.locator("[data-now]")).hasText("现在看的：收到的");
        assertThat(seen(page, ".under")).hasCount(0);
        page.keyboard().press("f");
        assertThat(page.locator("[data-now]")).hasText("现在看的：发出的");
        assertThat(seen(page, ".under")).hasCount(1);
        assertThat(page.locator("[data-auto]")).isHidden();

        page.keyboard().press("s");
        assertThat(page.locator("[data-curtain]")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-curtain]")).hasValue("51");
        draggedTo(page, 0.25);
        assertThat(page.locator("[data-curtain]")).hasValue(Pattern.compile("2[3-7]"));

        page.keyboard().press("o");
        assertThat(seen(page, ".pair-photo img")).hasCount(1);
        page.keyboard().press("b");
        assertThat(seen(page, ".page-img")).hasCount(2);
        assertThat(page.locator("[data-viewer]")).hasClass(Pattern.compile(".*z150.*"));
    }

    /** Takes the border between the pages to a place across the window. */
    private static void draggedTo(Page page, double share) {
        BoundingBox sheet = seen(page, "[data-laid]").boundingBox();
        BoundingBox border = seen(page, ".border").boundingBox();
        BoundingBox pane = seen(page, ".pane").boundingBox();
        double y = pane.y + pane.height / 2;
        page.mouse().move(border.x + border.width / 2, y);
        page.mouse().down();
        page.mouse().move(sheet.x + sheet.width * share, y);
        page.mouse().up();
    }

    @Test
    void withoutAScriptBothPagesStandSideBySide() {
        Page page = signedIn(BROWSER.windowWithoutScripts(1440, 900, "zh-CN"));
        Locator pair = page.locator("#doc-credit-authorization .pair--laid").first();

        BoundingBox issued = pair.locator(".pair-issued img").boundingBox();
        BoundingBox received = pair.locator(".pair-received img").boundingBox();

        assertThat(issued.x + issued.width).isLessThan(received.x);
        assertThat(received.width).isBetween(issued.width - 2, issued.width + 2);
        assertThat(received.y).isBetween(issued.y - 2, issued.y + 2);
        assertThat(page.locator("[data-modes]")).isHidden();
        page.locator(".finding", new Page.LocatorOptions().setHasText(RedlineStage.SAID))
                .click();
        assertThat(page.url()).contains("#box-credit-authorization-");
    }
}
