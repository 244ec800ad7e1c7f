package org.xudai.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Looks at pages of the desk in Chinese and English, at a desk and on a phone, and some of them in the dark: keeps a picture of
 * each under {@code target/gallery/desk} and notes what axe (WCAG 2.2 AA) finds, what is wider than its window, and texts
 * that no bundle has.
 */
final class DeskGallery implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/gallery/desk");
    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final int HEIGHT = 900;

    /** Pages that hold all the parts the others are made of. */
    private static final Set<String> DARK = Set.of(
            "sign-in-wrong",
            "worklist",
            "case",
            "review",
            "investigate-wrong",
            "exception",
            "refused",
            "import-report",
            "loan-secured-wrong",
            "staff-member");

    private static final String AXE = """
            () => axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
                resultTypes: ['violations']
            }).then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))
            """;

    /** The dark side has the same elements in other colours. */
    private static final String CONTRAST = """
            () => axe.run(document, {runOnly: {type: 'rule', values: ['color-contrast']}, resultTypes: ['violations']})
                .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))
            """;

    private static final String LOOKS = """
            () => {
                const found = [];
                const page = document.documentElement;
                if (page.scrollWidth > window.innerWidth) {
                    const wide = element => element.getBoundingClientRect().right > window.innerWidth + 1;
                    const widest = [...document.querySelectorAll('body *')].filter(wide).pop();
                    found.push('scrolls sideways: ' + (widest ? widest.outerHTML.slice(0, 160) : page.scrollWidth));
                }
                const gap = document.body.innerText.match(/\\?\\?[\\w.-]+\\?\\?/);
                if (gap) {
                    found.push('no text: ' + gap[0]);
                }
                return found;
            }
            """;

    /** Sends a form to an address, as a page of the desk does. */
    private static final String POST = """
            ([path, fields]) => {
                const form = document.createElement('form');
                form.method = 'post';
                form.action = path;
                const token = document.querySelector('meta[name=csrf]');
                for (const [name, value] of Object.entries({_csrf: token ? token.content : '', ...fields})) {
                    const input = document.createElement('textarea');
                    input.name = name;
                    input.value = value;
                    form.append(input);
                }
                document.body.append(form);
                form.submit();
            }
            """;

    private final Map<String, Page> windows = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final int port;

    DeskGallery(Browser browser, int port) {
        this.port = port;
        for (String language : List.of("zh", "en")) {
            windows.put(language, browser.window(DESK, HEIGHT, language.equals("zh") ? "zh-CN" : "en-US"));
        }
        windows.values().forEach(this::watch);
    }

    private void watch(Page page) {
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + ": " + response.request().method() + " " + response.url());
            }
        });
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** From here on a stranger. */
    void asNobody() {
        windows.values().forEach(page -> page.context().clearCookies());
    }

    /** From here on somebody of the bank. */
    void as(String user) {
        asNobody();
        windows.values().forEach(page -> {
            page.navigate(at("/desk/sign-in"));
            page.fill("#username", user);
            page.fill("#password", "xudai-demo");
            page.click(".si-go");
            page.waitForURL("**/desk/worklist");
        });
    }

    /** Looks at the page of an address. */
    void look(String name, String path) {
        look(name, page -> page.navigate(at(path)));
    }

    /** Looks at the page that answers a form. */
    void lookAfter(String name, String from, String path, Map<String, String> fields) {
        look(name, page -> {
            page.navigate(at(from));
            post(page, path, fields);
        });
    }

    /** Sends a form from the page that is open, and waits for the answer. */
    void post(Page page, String path, Map<String, String> fields) {
        leave(page, () -> page.evaluate(POST, List.of(path, fields)));
    }

    /** Does something that leads to another page, and waits for that. */
    void leave(Page page, Runnable act) {
        AtomicBoolean there = new AtomicBoolean();
        Consumer<Page> loaded = next -> there.set(true);
        page.onLoad(loaded);
        act.run();
        page.waitForCondition(there::get);
        page.offLoad(loaded);
    }

    /** Looks at the page somebody comes to. */
    void look(String name, Consumer<Page> going) {
        windows.forEach((language, page) -> {
            page.setViewportSize(DESK, HEIGHT);
            going.accept(page);
            page.evaluate(AxeBuilder.getAxeScript());
            picture(page, name + "-" + language + "-" + DESK, DESK);
            if (language.equals("zh")) {
                note(page, name + "-zh-" + DESK, AXE);
            }
            if (language.equals("zh") && DARK.contains(name)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                picture(page, name + "-zh-" + DESK + "-dark", DESK);
                note(page, name + "-dark", CONTRAST);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            }
            picture(page, name + "-" + language + "-" + PHONE, PHONE);
            if (language.equals("en")) {
                note(page, name + "-en-" + PHONE, AXE);
            }
        });
    }

    /** All of the page at once: what lies under a bar would count as covered. */
    private void picture(Page page, String name, int width) {
        page.setViewportSize(width, HEIGHT);
        int height =
                ((Number) page.evaluate("Math.max(" + HEIGHT + ", document.documentElement.scrollHeight)")).intValue();
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        note(page, name, LOOKS);
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
