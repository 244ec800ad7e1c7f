package org.xudai.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.access.BranchScope;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.OneNode;
import org.xudai.kernel.CaseNumber;
import org.xudai.mailroom.DiscardReason;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.StackReport;
import org.xudai.mailroom.Turn;
import org.xudai.renewal.CaseState;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** A mixed stack in the mailroom, in a browser: with and without scripts, at a desk and on a phone. */
@RunningXudai
@Tag("browser")
class MailroomBrowserTests {

    private static final double PATIENCE = 60_000;
    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Dossier dossier;

    @Autowired
    OneNode oneNode;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    private Page signedIn(Page page, String user) {
        page.navigate(at("/desk/sign-in"));
        page.fill("#username", user);
        page.fill("#password", "xudai-demo");
        page.click(".si-go");
        page.waitForURL("**/desk/worklist");
        return page;
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A form whole, a paper without a code, a back, and a page of somebody else's. */
    private byte[] mixed(CaseNumber first, CaseNumber second, CaseNumber foreign) {
        return new ScanStack()
                .with(mail.signed(first, "application"))
                .back()
                .with(ScanStack.paper("id-card.jpg"))
                .with(mail.signed(second, "application"))
                .with(mail.signed(foreign, "application").get(0))
                .pdf();
    }

    @Test
    void aMixedStackGoesToItsCasesAndTheRestIsAssignedByHand() {
        CaseNumber first = world.collecting(LoanRows.eligible());
        CaseNumber second = world.collecting(LoanRows.eligible());
        CaseNumber foreign = world.collectingInFuzhou(LoanRows.eligible());
        Page page = signedIn(BROWSER.window(1440, 900, "zh-CN"), "li.officer");
        page.click("a[href='/desk/mailroom']");
        page.setInputFiles("#file", new FilePayload("周一邮件.pdf", "application/pdf", mixed(first, second, foreign)));
        page.click("form[action='/desk/mailroom/stacks'] .btn--primary");
        page.waitForURL("**/desk/mailroom/stacks/*");

        done(page);
        assertThat(page.locator("main")).containsText(first.value());
        assertThat(page.locator("main")).containsText(second.value());
        assertThat(page.locator("main")).containsText("第 7 页属于其他网点");
        assertThat(page.locator("main")).not().containsText(foreign.value());

        assign(page, page.url(), first);
        page.waitForURL("**/desk/mailroom/tray");
        assertThat(page.locator(".d-done")).containsText("已归入业务");
        page.click(".d-done a");
        page.waitForURL("**/desk/cases/" + first);
        assertThat(world.read(first).state()).isEqualTo(CaseState.COLLECTING);
        assertThat(dossier.ofCase(first).stream()
                        .filter(document -> String.valueOf(document.material()).equals("id-card")))
                .singleElement()
                .satisfies(document -> assertThat(document.by().id()).isEqualTo("li.officer"));

        Page other = signedIn(BROWSER.window(1440, 900, "zh-CN"), "chen.officer");
        other.navigate(at("/desk/mailroom/tray"));
        assertThat(other.locator(".mr-sheet", new Page.LocatorOptions().setHasText(foreign.value())))
                .hasCount(1);
        assertThat(other.locator("main")).not().containsText(first.value());
    }

    /** The page of a stack looks again by itself. */
    private static void done(Page page) {
        assertThat(page.locator("h1 .tag")).hasText("已处理", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    /** Takes the pages of a stack out of the tray and says where they belong. */
    private void assign(Page page, String stack, CaseNumber number) {
        UUID id = UUID.fromString(stack.substring(stack.lastIndexOf('/') + 1));
        page.navigate(at("/desk/mailroom/tray"));
        mailroom.tray(BranchScope.EVERY, 0, 200).items().stream()
                .filter(sheet -> sheet.stack().equals(id))
                .map(sheet -> page.locator("input[value='" + sheet.id() + "']"))
                .filter(box -> box.count() > 0)
                .forEach(Locator::check);
        page.click(".mr-go .btn--primary");
        page.waitForURL("**/desk/mailroom/assign?**");
        page.click(".mr-pages figure:first-of-type button[value=RIGHT]");
        assertThat(page.locator(".mr-pages figure.r90")).hasCount(1);
        page.fill("#q", number.value());
        page.click("form[role=search][action='/desk/mailroom/assign'] button");
        page.click(".mr-found a");
        page.check("input[name=material][value=id-card]");
        page.click("form[action='/desk/mailroom/assign'][method=post] .btn--primary");
    }

    @Test
    void theSameGoesWithoutAScriptOnAPhone() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        byte[] stack = new ScanStack()
                .with(mail.signed(number, "application"))
                .with(ScanStack.paper("id-card.jpg"))
                .pdf();
        Page page = signedIn(BROWSER.windowWithoutScripts(390, 844, "zh-CN"), "li.officer");
        page.navigate(at("/desk/mailroom"));
        page.setInputFiles("#file", new FilePayload("scan.pdf", "application/pdf", stack));
        page.click("form[action='/desk/mailroom/stacks'] .btn--primary");
        page.waitForURL("**/desk/mailroom/stacks/*");
        String report = page.url();
        mail.sorted(UUID.fromString(report.substring(report.lastIndexOf('/') + 1)));
        page.navigate(report);
        done(page);

        assign(page, report, number);

        page.waitForURL("**/desk/mailroom/tray");
        assertThat(page.locator(".d-done")).containsText(number.value());
    }

    @Test
    void whereSomebodyWasFasterWithOnePageTheOthersStayInTheTray() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        StackReport report = mail.sorted(
                new ScanStack()
                        .with(ScanStack.paper("id-card.jpg"))
                        .with(ScanStack.paper("small-photo.jpg"))
                        .pdf(),
                world.staff("li.officer"));
        UUID gone = report.sheets().get(0).id();
        UUID waits = report.sheets().get(1).id();
        mailroom.discard(List.of(gone), DiscardReason.DUPLICATE, "", world.staff("wu.head"));
        String both = "sheet=" + gone + "&sheet=" + waits;
        DeskSession officer = new DeskSession(port, "li.officer");

        officer.submit("/desk/mailroom", "/desk/mailroom/assign", both + "&to=" + number + "&material=id-card");
        officer.submit("/desk/mailroom", "/desk/mailroom/discard", both + "&reason=DUPLICATE");

        assertThat(mailroom.waiting(waits)).isPresent();
        assertThat(officer.get("/desk/mailroom/tray").body()).contains("没有改动");
    }

    @Test
    @Tag("gallery")
    void everyPageOfTheMailroom() {
        try (DeskGallery gallery = new DeskGallery(BROWSER, port)) {
            look(gallery);
            assertThat(gallery.complaints()).isEmpty();
        }
    }

    private void look(DeskGallery gallery) {
        CaseNumber first = world.collecting(LoanRows.eligible());
        CaseNumber second = world.collecting(LoanRows.eligible());
        StackReport sorted = mail.sorted(
                mixed(first, second, world.collectingInFuzhou(LoanRows.eligible())), world.staff("li.officer"));
        StackReport again = mail.sorted(
                new ScanStack()
                        .with(mail.signed(first, "application"))
                        .with(ScanStack.paper("business-licence.jpg"))
                        .with(ScanStack.paper("statements.jpg"))
                        .pdf(),
                world.staff("li.officer"));
        StackReport refused = mail.sorted(new byte[] {1, 2, 3}, world.staff("li.officer"));
        UUID discarded = again.sheets().get(1).id();
        mailroom.discard(List.of(discarded), DiscardReason.DUPLICATE, "", world.staff("li.officer"));
        String waiting = again.sheets().get(0).id().toString();
        String chosen = "/desk/mailroom/assign?sheet=" + waiting + "&sheet="
                + sorted.sheets().get(1).id();

        mailroom.turn(again.sheets().get(0).id(), Turn.RIGHT);

        gallery.as("li.officer");
        gallery.look("mailroom", "/desk/mailroom");
        gallery.look("mailroom-wrong", page -> {
            page.navigate(gallery.at("/desk/mailroom"));
            gallery.leave(page, () -> page.click("form[action='/desk/mailroom/stacks'] .btn--primary"));
        });
        gallery.look("mailroom-report", "/desk/mailroom/stacks/" + sorted.id());
        gallery.look("mailroom-report-twice", "/desk/mailroom/stacks/" + again.id());
        gallery.look("mailroom-report-refused", "/desk/mailroom/stacks/" + refused.id());
        underWay(again.id(), () -> gallery.look("mailroom-progress", "/desk/mailroom/stacks/" + again.id()));
        gallery.look("mailroom-tray", "/desk/mailroom/tray");
        gallery.look("mailroom-tray-empty", "/desk/mailroom/tray?page=90");
        gallery.look("mailroom-assign", chosen);
        gallery.look("mailroom-assign-found", chosen + "&q=" + first);
        gallery.look("mailroom-assign-none", chosen + "&q=nobody");
        gallery.look("mailroom-assign-material", chosen + "&to=" + first);
        gallery.lookAfter(
                "mailroom-assign-wrong",
                "/desk/mailroom",
                "/desk/mailroom/assign",
                Map.of("sheet", waiting, "to", first.value()));
        gallery.lookAfter(
                "mailroom-discard-wrong", "/desk/mailroom", "/desk/mailroom/discard", Map.of("sheet", waiting));
        gallery.as("auditor");
        gallery.look("mailroom-reader", "/desk/mailroom");
        gallery.look("mailroom-tray-reader", "/desk/mailroom/tray");
    }

    /** As if a node were at it: it holds the stack, so that none is. */
    private void underWay(UUID stack, Runnable looking) {
        assertThat(oneNode.run("mailroom.stack." + stack, () -> {
                    jdbc.sql("update mail_stack set state = 'RUNNING', pages = 12 where id = ?")
                            .param(stack)
                            .update();
                    looking.run();
                    jdbc.sql("update mail_stack set state = 'DONE', pages = 4 where id = ?")
                            .param(stack)
                            .update();
                }))
                .isTrue();
    }
}
