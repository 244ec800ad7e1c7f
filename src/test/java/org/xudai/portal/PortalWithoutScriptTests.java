package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xudai.journey.Browser;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/** A borrower whose browser runs no scripts does his whole part with plain pages and forms. */
@RunningXudai
@Import(Borrowers.class)
@Tag("browser")
class PortalWithoutScriptTests {

    private static final Path PAPERS = Path.of("src/test/resources/papers");
    private static final int OVER_THE_LIMIT = 20 * 1024 * 1024 + 1;
    private static final long OVER_THE_SERVERS_LIMIT = 311L * 1024 * 1024;
    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    TestOutbox.Sent sent;

    @TempDir
    Path phone;

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private Page signedIn(CaseNumber number, String language) {
        Page page = BROWSER.windowWithoutScripts(390, 844, language);
        String link = Objects.requireNonNull(
                await().until(() -> sent.link(number.value()).orElse(null), Objects::nonNull));
        page.navigate(at("/i/" + link.substring(link.lastIndexOf('/') + 1)));
        page.click(".bar button");
        await().until(() -> sent.code(number.value()).isPresent());
        page.fill("#code", sent.code(number.value()).orElseThrow());
        page.click(".bar button");
        page.waitForURL("**/my");
        return page;
    }

    private void uploads(Page page, String material, Path... files) {
        page.navigate(at("/my/materials/" + material));
        page.setInputFiles("#plain", files);
        page.click("#up button");
        await("the verdict on " + material).atMost(60, TimeUnit.SECONDS).until(() -> {
            page.navigate(at("/my/materials/" + material));
            return page.isVisible(".verdicts .alert--ok");
        });
    }

    private Path[] photographs(CaseNumber number, String material) throws IOException {
        List<byte[]> pages = borrowers.photographs(number, material);
        Path[] files = new Path[pages.size()];
        for (int page = 0; page < files.length; page++) {
            files[page] = Files.write(phone.resolve(material + page + ".jpg"), pages.get(page));
        }
        return files;
    }

    @Test
    void fromTheLinkToTheReceipt() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Page page = signedIn(number, "zh-CN");

        page.click("a[href^='/my/forms/application']");
        for (int step = 1; step < 10 && !page.url().endsWith("/check"); step++) {
            for (var area : page.querySelectorAll("textarea")) {
                if (area.inputValue().isBlank()) {
                    area.fill("茶叶种植与销售，经营正常");
                }
            }
            page.click(".bar button");
        }
        page.click(".bar button");
        page.waitForURL("**/my/materials/application");
        for (String form : List.of("application", "whitelist-confirmation", "credit-authorization")) {
            uploads(page, form, photographs(number, form));
        }
        uploads(page, "id-card", PAPERS.resolve("id-card.jpg"));
        uploads(page, "business-licence", PAPERS.resolve("business-licence.jpg"));
        uploads(page, "financials", PAPERS.resolve("statements.jpg"));
        page.click(".bar a");
        page.waitForURL("**/my");
        page.click(".bar a");
        page.waitForURL("**/my/submit");
        page.click(".bar button");

        assertThat(page.textContent("h1")).contains("材料已交齐");
        assertThat(page.isVisible("a[href='/my/receipt.zip']")).isTrue();
        world.awaitState(number, CaseState.IN_INVESTIGATION);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInHisLanguageAndWhatHeHandedInStays() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Path large = Files.write(phone.resolve("scan.jpg"), new byte[OVER_THE_LIMIT]);
        Map<String, String> sentences =
                Map.of("zh-CN", "文件太大，没有收下", "en-US", "The file is too large and was not taken");
        Page first = signedIn(number, "zh-CN");
        uploads(first, "id-card", PAPERS.resolve("id-card.jpg"));
        sentences.forEach((language, sentence) -> {
            world.passAMinute();
            Page page = language.equals("zh-CN") ? first : signedIn(number, language);
            page.navigate(at("/my/materials/id-card?more"));
            page.setInputFiles("#plain", large);
            page.click("#up button");

            assertThat(page.textContent("main .alert--danger")).contains(sentence, "20 MB");
            assertThat(page.isVisible(".verdicts .alert--ok")).isTrue();
        });
        assertThat(borrowers.material(number, "id-card").documents()).hasSize(1);
    }

    @Test
    void aFilmOfHundredsOfMegabytesIsRefusedInTheSameWords() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Page page = signedIn(number, "zh-CN");
        Path film = phone.resolve("film.jpg");
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(OVER_THE_SERVERS_LIMIT);
        }
        page.navigate(at("/my/materials/id-card"));
        page.setInputFiles("#plain", film);
        page.click("#up button");

        assertThat(page.textContent("main .alert--danger")).contains("文件太大，没有收下");
        assertThat(borrowers.material(number, "id-card").documents()).isEmpty();
    }

    @Test
    void whatHeTypedStaysWhereSomethingIsWrong() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Page page = signedIn(number, "zh-CN");
        page.navigate(at("/my/forms/application/2"));
        page.fill("[name=amount]", "三十万");
        page.fill("[name=use]", "收春茶");
        page.click(".bar button");

        assertThat(page.textContent(".summary")).contains("写成数字");
        assertThat(page.inputValue("[name=amount]")).isEqualTo("三十万");
        page.navigate(at("/my/forms/application/2"));
        assertThat(page.inputValue("[name=use]")).isEqualTo("收春茶");
    }
}
