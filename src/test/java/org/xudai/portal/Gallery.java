package org.xudai.portal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.xudai.journey.Browser;

/**
 * Looks at a page of the portal in Chinese and English, on a phone and on a desk: keeps a picture of each under
 * {@code target/gallery/portal} and notes what axe (WCAG 2.2 AA) and the rules for sizes find.
 */
final class Gallery implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/gallery/portal");
    private static final int PHONE = 390;
    private static final int DESK = 1440;

    /** Violations as "rule: element"; the page is one document, so axe need not look into frames. */
    private static final String AXE = """
            () => axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                resultTypes: ['violations']
            }).then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))
            """;

    /** Main acts 60 px, other targets 44, a link within a sentence as high as its line; nothing wider than the window. */
    private static final String SIZES = """
            () => {
                const found = [];
                const page = document.documentElement;
                if (page.scrollWidth > window.innerWidth) {
                    found.push('scrolls sideways: ' + page.scrollWidth + ' of ' + window.innerWidth);
                }
                for (const target of document.querySelectorAll(
                        'a, button, summary, select, textarea, input, label.btn, label.choice')) {
                    const style = getComputedStyle(target);
                    const box = target.getBoundingClientRect();
                    const within = target.tagName === 'INPUT' && target.closest('label, .file-pick, .choice');
                    if (box.height * box.width === 0 || within || target.matches('.skip, .file-pick')) {
                        continue;
                    }
                    const least = target.matches('.btn--main') ? 60 : style.display === 'inline' ? 24 : 44;
                    if (box.height < least - 0.5 || box.width < Math.min(least, 44) - 0.5) {
                        found.push('target of ' + Math.round(box.width) + '×' + Math.round(box.height) + ': '
                                + target.outerHTML.slice(0, 120));
                    }
                }
                return found;
            }
            """;

    /** Waits for the page's pictures, also those below; fails where one cannot be shown. */
    private static final String PICTURES_THERE = """
            () => Promise.all([...document.images].map(picture => {
                picture.loading = 'eager';
                return picture.decode();
            }))
            """;

    /** On the smallest phone with text twice as large, the bar's first act is in sight and nothing is wider. */
    private static final String LARGE_TEXT = """
            () => {
                const found = [];
                const page = document.documentElement;
                const wide = element => element.getBoundingClientRect().right > window.innerWidth + 1;
                if (page.scrollWidth > window.innerWidth) {
                    const widest = [...document.querySelectorAll('body *')].filter(wide).pop();
                    found.push('scrolls sideways: ' + (widest ? widest.outerHTML.slice(0, 120) : ''));
                }
                const act = [...document.querySelectorAll('.bar .btn--main')].find(button => button.offsetHeight > 0);
                if (act && act.getBoundingClientRect().bottom > window.innerHeight + 1) {
                    found.push('act out of sight: ' + act.outerHTML.slice(0, 120));
                }
                return found;
            }
            """;

    /** Page, styles, script and icons as transferred, before pictures, are at most 150 KB. */
    private static final String WEIGHT = """
            () => {
                const parts = performance.getEntriesByType('navigation').concat(
                        performance.getEntriesByType('resource').filter(part => part.initiatorType !== 'img'));
                const kilobytes = parts.reduce((sum, part) => sum + part.encodedBodySize, 0) / 1024;
                return kilobytes > 10 && kilobytes <= 150 ? [] : ['weighs ' + kilobytes + ' KB'];
            }
            """;

    private final Map<String, Page> windows = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final int port;

    Gallery(Browser browser, int port) {
        this.port = port;
        for (String language : List.of("zh", "en")) {
            windows.put(language, browser.window(PHONE, 844, language.equals("zh") ? "zh-CN" : "en-US"));
        }
    }

    /** From here on somebody with this session; with an empty one, a stranger. */
    void as(String session) {
        windows.values().forEach(page -> {
            page.context().clearCookies();
            if (!session.isEmpty()) {
                page.context()
                        .addCookies(List.of(new Cookie("XDPARTY", session)
                                .setDomain("127.0.0.1")
                                .setPath("/my")));
            }
        });
    }

    /** Looks at the page of an address. */
    void look(String name, String path) {
        look(name, page -> {
            page.navigate("http://127.0.0.1:" + port + path);
            note(page, name, WEIGHT);
        });
    }

    /** Looks at the page somebody comes to. */
    void look(String name, Consumer<Page> going) {
        windows.forEach((language, page) -> {
            page.setViewportSize(PHONE, 844);
            going.accept(page);
            page.evaluate(AxeBuilder.getAxeScript());
            check(page, name + "-" + language + "-" + PHONE, PHONE);
            if (language.equals("zh")) {
                note(page, name + "-zh-" + PHONE, AXE);
            }
            check(page, name + "-" + language + "-" + DESK, DESK);
            if (language.equals("en")) {
                note(page, name + "-en-" + DESK, AXE);
            }
            checkLarge(page, name + "-" + language);
        });
    }

    private void check(Page page, String name, int width) {
        page.setViewportSize(width, 844);
        page.evaluate(PICTURES_THERE);
        // all of the page at once: what lies under the bar would count as covered
        int height = ((Number) page.evaluate("Math.max(844, document.documentElement.scrollHeight)")).intValue();
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        note(page, name, SIZES);
    }

    private void checkLarge(Page page, String name) {
        page.setViewportSize(360, 640);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        note(page, name + "-360 at 200 %", LARGE_TEXT);
    }

    private void note(Page page, String name, String check) {
        if (page.evaluate(check) instanceof List<?> found) {
            found.forEach(complaint -> complaints.add(name + ": " + complaint));
        }
    }

    /** What was found so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        windows.values().forEach(page -> page.context().close());
    }
}
