package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;
import org.xudai.retention.LaterRounds;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Every page of the desk in every state, in both languages and in the sizes of a desk and a phone. */
@RunningXudai
@Tag("browser")
class DeskGalleryTests {

    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    ApplicationContext context;

    private DeskGallery gallery;

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    @BeforeEach
    void open() {
        gallery = new DeskGallery(BROWSER, port);
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    private void nothingToComplainOf() {
        assertThat(gallery.complaints()).isEmpty();
    }

    private String task(CaseNumber number, HumanTaskKind kind) {
        return "/desk/tasks/" + world.task(number, kind).id();
    }

    @Test
    void theDoor() {
        gallery.asNobody();
        gallery.look("sign-in", "/desk/sign-in");
        gallery.look("sign-in-wrong", page -> {
            page.navigate(gallery.at("/desk/sign-in"));
            page.fill("#username", "li.officer");
            page.fill("#password", "not-his-password");
            page.click(".si-go");
            page.waitForURL("**/desk/sign-in?error");
        });
        gallery.lookAfter(
                "sign-in-kept",
                "/desk/sign-in",
                "/desk/tasks/00000000-0000-0000-0000-000000000000/check",
                Map.of("_csrf", "of the ended session", "outcome", "AGREE", "comment", "写了一半的意见"));
        gallery.look("password", "/desk/password?first");
        gallery.lookAfter(
                "password-wrong",
                "/desk/password",
                "/desk/password",
                Map.of("username", "li.officer", "old", "xudai-demo", "next", "short", "again", "other"));
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void theListsAndACaseFromItsFirstDayToItsLast() {
        LoanRows renewed = LoanRows.eligible();
        CaseNumber done = world.inApproval(renewed);
        world.decide(done, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        CaseNumber collecting = world.collecting(LoanRows.eligible());
        world.handIn(collecting, new MaterialCode("id-card"));
        world.awaitVerdicts(collecting);
        LoanRows late = LoanRows.eligible().maturingIn(-12).entryEndingIn(-20);
        world.imported(late);
        LoanRows secured = LoanRows.eligible().ofProduct("网贷通");
        world.imported(secured);
        world.submitted(LoanRows.eligible().entryEndingIn(11));
        world.submitted(LoanRows.eligible().entryEndingIn(18));
        world.awaitState(done, CaseState.RENEWED);

        gallery.as("li.officer");
        gallery.look("worklist", "/desk/worklist?view=ALL");
        gallery.look("worklist-empty", "/desk/worklist?view=MINE&stop=0");
        gallery.look("cases", "/desk/cases");
        gallery.look("cases-none", "/desk/cases?q=nobody");
        gallery.look("case", "/desk/cases/" + done);
        gallery.look("case-all", "/desk/cases/" + done + "?all=1");
        gallery.look("case-collecting", "/desk/cases/" + collecting);
        gallery.look("case-shown", page -> {
            page.navigate(gallery.at("/desk/cases/" + collecting));
            gallery.leave(page, () -> page.click("button[name=what][value=MOBILE]"));
        });
        gallery.look("upload", "/desk/cases/" + collecting + "/upload");
        for (String act : new String[] {"submit", "withdraw"}) {
            gallery.look("act-" + act, "/desk/cases/" + collecting + "/acts/" + act);
        }
        gallery.lookAfter(
                "act-withdraw-wrong",
                "/desk/cases",
                "/desk/cases/" + collecting + "/acts/withdraw",
                Map.of("reason", ""));
        for (String how : new String[] {"chat", "qr"}) {
            gallery.look("invitation-" + how, page -> {
                page.navigate(gallery.at("/desk/cases/" + collecting));
                gallery.leave(page, () -> page.click("button[name=how][value=" + how + "]"));
            });
        }
        gallery.look("loans", "/desk/loans");
        gallery.look("loan", "/desk/loans/" + renewed.number());
        gallery.look("loan-late", "/desk/loans/" + late.number());
        gallery.lookAfter(
                "loan-secured-wrong",
                "/desk/loans/" + secured.number(),
                "/desk/loans/" + secured.number() + "/open",
                Map.of("role-0", "GUARANTOR", "name-0", "", "mobile-0", "19900000001"));
        gallery.look("error", "/desk/nowhere");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void theDecisionsOnDocuments() {
        CaseNumber investigated = world.submitted(LoanRows.eligible());
        CaseNumber reviewed = world.inReview(LoanRows.eligible());
        CaseNumber approved = world.inApproval(LoanRows.eligible());
        String investigate = task(investigated, HumanTaskKind.InvestigateCase);
        String review = task(reviewed, HumanTaskKind.ReviewCase);
        String approve = task(approved, HumanTaskKind.ApproveCase);

        gallery.as("li.officer");
        gallery.look("investigate", investigate);
        gallery.look("investigate-wrong", page -> {
            page.navigate(gallery.at(investigate));
            page.check("input[value=AGREE]");
            page.fill("#amount", "三十万");
            gallery.leave(page, () -> page.click(".rv-go"));
        });
        gallery.look("investigate-check", page -> {
            page.navigate(gallery.at(investigate));
            page.check("input[value=AGREE]");
            page.fill("input[name='query-0-number']", "ZX-1");
            page.fill("input[name='query-1-number']", "ZX-2");
            gallery.leave(page, () -> page.click(".rv-go"));
        });
        gallery.look("not-mine", review);
        gallery.lookAfter(
                "refused", "/desk/cases", approve + "/complete", Map.of("outcome", "APPROVE", "comment", "看过"));

        gallery.as("wang.reviewer");
        gallery.look("review", review);
        gallery.lookAfter(
                "review-wrong", review, review + "/check", Map.of("outcome", "CORRECT", "correct-id-card", "on"));
        gallery.lookAfter(
                "review-check",
                review,
                review + "/check",
                Map.of(
                        "outcome", "CORRECT",
                        "correct-id-card", "on",
                        "reason-id-card", "BLURRED",
                        "text-id-card", "请在窗边再拍一张"));

        gallery.as("qian.approver");
        gallery.look("approve", approve);
        gallery.look("approve-check", page -> {
            page.navigate(gallery.at(approve));
            page.check("input[value=APPROVE]");
            page.check("#change-terms");
            page.fill("#tamount", "250,000.00");
            gallery.leave(page, () -> page.click(".rv-go"));
        });
        world.decide(approved, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        gallery.lookAfter(
                "lost-race", "/desk/cases", approve + "/complete", Map.of("outcome", "APPROVE", "comment", "也看过了"));
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void aPageBesideTheIssuedOne() {
        String review = new RedlineStage(context).review();
        gallery.as("wang.reviewer");
        gallery.look("redline", page -> redline(page, review, "b"));
        gallery.look("redline-flicker", page -> redline(page, review, "f"));
        gallery.look("redline-slide", page -> redline(page, review, "s"));
        gallery.look("redline-photo", page -> redline(page, review, "o"));
        nothingToComplainOf();
    }

    /** The review with its page compared in one of the ways. */
    private void redline(Page page, String review, String key) {
        page.navigate(gallery.at(review));
        page.click(".of-doc.is-on .finding[href^='#box-']");
        page.keyboard().press(key);
        page.evaluate("() => Promise.all([...document.querySelectorAll('.pair.is-on img')]"
                + ".filter(one => one.offsetParent).map(one => one.decode()))");
    }

    @Test
    @Tag("gallery")
    void whoSignedAndWhoRead() {
        SigningStage stage = new SigningStage(context, port);
        stage.aCompanyWithThreeShareholders();
        stage.fillsInTheResolution(stage.as("陈茂生"));
        var signed = stage.signs(stage.as("丁一"), "{\"mode\": \"DRAWN\", \"strokes\": " + SigningStage.DRAWN + ", ");
        String page = "/desk/cases/" + stage.number();
        gallery.as("li.officer");
        gallery.look("case-signing", page);
        gallery.look("signatures", page + "/documents/" + SigningStage.document(signed) + "/signatures");
        stage.as("王二")
                .post(SigningStage.RESOLUTION + "/sign/decline", "{\"reason\": \"期限写错了，应该是十二个月。\"}")
                .ok();
        gallery.look("case-signing-declined", page);
        gallery.as("auditor");
        assertThat(Api.asStaff(port, "li.officer")
                        .get("/api/v1/renewals/" + stage.number() + "/forms/application")
                        .status())
                .isEqualTo(200);
        gallery.look("reads", page + "/reads");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void theDecisionsOutOfTheOrdinary() {
        CaseNumber overdueLoan = world.opened(LoanRows.eligible().overdue(12).classified("关注"));
        CaseNumber lateCase = world.opened(LoanRows.eligible().maturingIn(7));
        CaseNumber stopped = world.collecting(LoanRows.eligible());
        world.fire(stopped, "BoundaryEvent_HardStop");
        CaseNumber guided = world.collecting(LoanRows.eligible());
        renewals.requestGuidance(guided, renewals.parties(guided).get(0).party().id(), "营业执照拍不清楚");
        CaseNumber offered = world.inApproval(LoanRows.eligible());
        world.approveOther(offered, "zhao.approver", new Terms(new Money(new BigDecimal("200000.00")), 6, "每月还本两万元"));
        world.awaitState(offered, CaseState.AWAITING_TERMS);

        gallery.as("wu.head");
        gallery.look("exception", task(overdueLoan, HumanTaskKind.DecideException));
        gallery.look("exception-late", task(lateCase, HumanTaskKind.DecideException));
        gallery.look("overdue", task(stopped, HumanTaskKind.DecideOverdueCase));
        gallery.lookAfter(
                "overdue-check",
                "/desk/cases",
                task(stopped, HumanTaskKind.DecideOverdueCase) + "/check",
                Map.of("outcome", "CLOSE", "comment", "联系不上借款人"));
        gallery.as("li.officer");
        gallery.look("guidance", task(guided, HumanTaskKind.GuideBorrower));
        gallery.look("case-terms", "/desk/cases/" + offered);
        gallery.look("act-accept-terms", "/desk/cases/" + offered + "/acts/accept-terms");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void filesAndPeople() {
        byte[] book = (LoanRows.HEADER
                        + LoanRows.eligible().line()
                        + LoanRows.eligible().line().replace(",CNY,", ",USD,")
                        + LoanRows.eligible().line().replace(",M02011,", ",M99999,"))
                .getBytes(StandardCharsets.UTF_8);
        gallery.as("li.officer");
        gallery.look("import-report", page -> {
            page.navigate(gallery.at("/desk/import"));
            page.setInputFiles("#file", new FilePayload("台账2026年11月.csv", "text/csv", book));
            gallery.leave(page, () -> page.click("main form .btn--primary"));
            String report = page.url();
            await().atMost(Duration.ofSeconds(30)).until(() -> read(page, report) == 0);
        });
        gallery.look("import", "/desk/import");
        gallery.look("import-wrong", page -> {
            page.navigate(gallery.at("/desk/import"));
            page.setInputFiles("#file", Path.of("src/test/resources/papers/id-card.jpg"));
            gallery.leave(page, () -> page.click("main form .btn--primary"));
        });

        gallery.as("admin");
        gallery.look("staff", "/desk/staff");
        gallery.look("staff-new", "/desk/staff/new");
        gallery.look("staff-member", "/desk/staff/li.officer");
        gallery.lookAfter(
                "staff-wrong",
                "/desk/staff/new",
                "/desk/staff/new",
                Map.of("id", "x y", "name", "", "branch", "35070201", "phone", "x"));
        gallery.look("branches", "/desk/branches?code=35070202");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void whatIsKeptAndWhatIsHeld() {
        CaseNumber ended = world.collecting(LoanRows.eligible());
        assertThat(renewals.withdraw(ended, Actor.system("gallery"), "改由他行办理")).isTrue();
        world.awaitState(ended, CaseState.WITHDRAWN);
        String page = "/desk/cases/" + ended + "/hold";
        gallery.as("auditor");
        gallery.look("hold-none", page);
        gallery.lookAfter("hold-wrong", page, page, Map.of("reason", ""));
        gallery.lookAfter("hold-placed", page, page, Map.of("reason", "(2026)闽0782民初117号"));
        gallery.look("case-held", "/desk/cases/" + ended);
        gallery.look("retention", "/desk/retention");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void whatIsLeftOfACaseThatIsForgotten() {
        CaseNumber ended = world.collecting(LoanRows.eligible());
        assertThat(renewals.withdraw(ended, Actor.system("gallery"), "改由他行办理")).isTrue();
        world.awaitState(ended, CaseState.WITHDRAWN);
        new LaterRounds(context).at(Instant.parse("2036-11-25T04:00:00Z"));
        gallery.as("auditor");
        gallery.look("erased", "/desk/cases/" + ended);
        gallery.as("li.officer");
        gallery.look("erased-officer", "/desk/cases/" + ended);
        nothingToComplainOf();
    }

    /** How many signs of a running import its page has. */
    private static int read(Page page, String report) {
        page.navigate(report);
        return page.querySelectorAll("[data-running]").size();
    }
}
