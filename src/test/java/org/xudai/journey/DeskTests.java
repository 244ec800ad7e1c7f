package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Money;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Terms;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** What the desk promises to those who work at it. */
@RunningXudai
class DeskTests {

    private static final Pattern PARTY = Pattern.compile("/parties/([^/]+)/show");
    private static final Pattern NEXT = Pattern.compile("href=\"(/desk/loans[^\"]*page=1)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private static String mobileOf(LoanRows row) {
        return "199" + row.number().substring(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    @Test
    void theWorklistBeginsWithWhatIsStoppedFirst() {
        CaseNumber third = world.submitted(LoanRows.eligible().entryEndingIn(16));
        CaseNumber first = world.submitted(LoanRows.eligible().entryEndingIn(12));
        CaseNumber second = world.submitted(LoanRows.eligible().maturingIn(14));
        for (CaseNumber number : new CaseNumber[] {first, second, third}) {
            world.task(number, HumanTaskKind.InvestigateCase);
        }

        String list = new DeskSession(port, "li.officer")
                .get("/desk/worklist?kind=InvestigateCase")
                .body();

        assertThat(list).containsSubsequence(first.value(), second.value(), third.value());
    }

    @Test
    void whoIsTooLateReadsWhoWasFasterAndKeepsWhatHeTyped() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        String task =
                "/desk/tasks/" + world.task(number, HumanTaskKind.ApproveCase).id();
        DeskSession qian = new DeskSession(port, "qian.approver");
        String page = qian.get(task).body();
        assertThat(page).contains("action=\"" + task + "/check\"");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");

        String late = qian.submit("/desk/cases", task + "/complete", "outcome=APPROVE&comment=" + encoded("我也看过了"))
                .body();

        assertThat(late).contains("赵明辉 已在").contains("我也看过了").contains("您写的都还在下面");
    }

    @Test
    void aNumberIsMaskedAndWhoLooksAtItInFullIsOnRecord() {
        LoanRows row = LoanRows.eligible();
        CaseNumber number = world.collecting(row);
        DeskSession li = new DeskSession(port, "li.officer");
        String page = li.get("/desk/cases/" + number).body();
        assertThat(page).doesNotContain(mobileOf(row)).doesNotContain("359999198609204341");
        Matcher party = PARTY.matcher(page);
        assertThat(party.find()).as("a number can be asked for").isTrue();

        String shown = li.submit(
                        "/desk/cases/" + number,
                        "/desk/cases/" + number + "/parties/" + party.group(1) + "/show",
                        "what=MOBILE")
                .body();

        assertThat(shown).contains(mobileOf(row)).doesNotContain("359999198609204341");
        assertThat(jdbc.sql("select actor_id || ' ' || facts from audit_entry where chain = ? and act = 'desk.shown'")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("li.officer ")
                .contains(party.group(1), "MOBILE")
                .doesNotContain(mobileOf(row));
    }

    @Test
    void aCaseOfAnotherBranchIsNotThere() {
        LoanRows row = LoanRows.eligible();
        CaseNumber number = world.inReview(row);
        String task = world.task(number, HumanTaskKind.ReviewCase).id();
        DeskSession stranger = new DeskSession(port, "chen.officer");

        for (String page : new String[] {
            "/desk/cases/" + number,
            "/desk/cases/" + number + "/upload",
            "/desk/cases/" + number + "/acts/withdraw",
            "/desk/tasks/" + task,
            "/desk/loans/" + row.number()
        }) {
            assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(stranger.get("/desk/worklist?view=ALL").body()).doesNotContain(number.value());
        assertThat(stranger.get("/desk/cases?q=" + number).body()).doesNotContain("href=\"/desk/cases/" + number);
        assertThat(stranger.submit("/desk/cases", "/desk/tasks/" + task + "/complete", "outcome=AGREE")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoReadsEveryBranchFindsACaseByItsNumber() {
        CaseNumber number = world.collecting(LoanRows.eligible());

        assertThat(new DeskSession(port, "auditor")
                        .get("/desk/cases?q=" + number)
                        .body())
                .contains("/desk/cases/" + number);
    }

    @Test
    void anOpinionHalfWrittenWhenTheSessionEndedIsOfferedAfterSigningIn() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        String task = "/desk/tasks/"
                + world.task(number, HumanTaskKind.InvestigateCase).id();
        DeskSession li = new DeskSession(port, "li.officer");
        assertThat(li.get(task).statusCode()).isEqualTo(200);
        sessionsEnd("li.officer");

        HttpResponse<String> ended =
                li.post(task + "/check", "outcome=REFUSE&_csrf=gone&comment=" + encoded("写了一半的意见"));
        assertThat(location(ended)).isEqualTo("/desk/go-on");
        assertThat(location(li.get("/desk/go-on"))).isEqualTo("/desk/sign-in");
        assertThat(li.get("/desk/sign-in").body()).contains("您写的还在").doesNotContain("写了一半的意见");
        assertThat(li.signIn("li.officer", "xudai-demo")).contains("/desk/go-on");

        String offered = li.get("/desk/go-on").body();
        assertThat(offered).contains("写了一半的意见").contains("action=\"" + task + "/check\"");
        assertThat(li.submit("/desk/cases", task + "/check", "outcome=REFUSE&comment=" + encoded("写了一半的意见"))
                        .body())
                .as("nothing was done before he looked once more")
                .contains("写了一半的意见");
        assertThat(world.openTask(number, HumanTaskKind.InvestigateCase)).isPresent();
        assertThat(location(li.get("/desk/go-on"))).as("offered once").isEqualTo("/desk/worklist");
    }

    @Test
    void whatSomebodyTypedIsNotShownToAStrangerWhoSignsInAfterHim() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        String task = "/desk/tasks/"
                + world.task(number, HumanTaskKind.InvestigateCase).id();
        DeskSession browser = new DeskSession(port, "sun.officer");
        sessionsEnd("sun.officer");
        browser.post(task + "/check", "outcome=REFUSE&comment=" + encoded("写了一半的意见"));

        browser.signIn("chen.officer", "xudai-demo");

        assertThat(location(browser.get("/desk/go-on"))).isEqualTo("/desk/worklist");
    }

    @Test
    void aFormThatAnotherSiteSentIsNotKept() {
        DeskSession li = new DeskSession(port, "li.officer");

        assertThat(li.postFromElsewhere("/desk/tasks/1/check", "outcome=AGREE").statusCode())
                .isEqualTo(403);
        assertThat(location(li.get("/desk/go-on"))).isEqualTo("/desk/worklist");
    }

    @Test
    void theBranchHeadReadsWhatSpeaksAgainstARenewalBeforeHeDecides() {
        CaseNumber number = world.opened(LoanRows.eligible().overdue(12).classified("关注"));
        String task = world.task(number, HumanTaskKind.DecideException).id();

        assertThat(new DeskSession(port, "wu.head").get("/desk/tasks/" + task).body())
                .contains("五级分类不是正常", "有逾期")
                .doesNotContain("离停办的天数不够");
        JsonNode ground =
                Api.asStaff(port, "wu.head").get("/api/v1/tasks/" + task).ok().path("exception");
        assertThat(ground.path("cause").asText()).isEqualTo("NOT_ELIGIBLE");
        assertThat(ground.path("reasons").findValuesAsText("code")).containsExactly("CLASSIFICATION", "OVERDUE");
        assertThat(ground.path("reasons").findValuesAsText("text")).containsExactly("五级分类不是正常", "有逾期");
    }

    @Test
    void aLoanWithTooFewDaysLeftIsAnExceptionForThatAlone() {
        CaseNumber number = world.opened(LoanRows.eligible().maturingIn(7));
        String task = world.task(number, HumanTaskKind.DecideException).id();

        assertThat(new DeskSession(port, "wu.head").get("/desk/tasks/" + task).body())
                .contains("离停办的天数不够");
        JsonNode ground =
                Api.asStaff(port, "wu.head").get("/api/v1/tasks/" + task).ok().path("exception");
        assertThat(ground.path("cause").asText()).isEqualTo("TOO_LATE");
        assertThat(ground.path("reasons")).isEmpty();
    }

    @Test
    void aLoanPastItsMaturityIsCalledOverdueAndNotMinusSomeDays() {
        LoanRows row = LoanRows.eligible().maturingIn(-12).entryEndingIn(-20);
        world.imported(row);
        DeskSession li = new DeskSession(port, "li.officer");

        for (String page : new String[] {"/desk/loans?q=" + row.number(), "/desk/loans/" + row.number()}) {
            assertThat(li.get(page).body()).contains("已逾期 12 天", "已过 20 天").doesNotContainPattern("[>，]-\\d+ 天");
        }
    }

    @Test
    void aYesToChangedTermsWithoutItsPaperIsToldThatThePaperIsMissing() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.approveOther(number, "zhao.approver", new Terms(Money.of("200000.00"), 12, "追加保证人"));
        world.awaitState(number, CaseState.AWAITING_TERMS);
        DeskSession li = new DeskSession(port, "li.officer");
        String act = "/desk/cases/" + number + "/acts/accept-terms";

        String told = li.submit(act, act, "").body();

        assertThat(told).contains("还没有签了字的纸", "href=\"/desk/cases/" + number + "/upload\"");
        assertThat(told).doesNotContain("业务的状态已经变了");
        assertThat(world.read(number).state()).isEqualTo(CaseState.AWAITING_TERMS);
    }

    @Test
    void aRenewedCaseShowsTheEntryThatHoldsNow() {
        CaseNumber number = world.inApproval(LoanRows.eligible().entryEndingIn(30));
        String before =
                Objects.requireNonNull(world.read(number).whitelistEnd()).toString();
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);

        String page =
                new DeskSession(port, "li.officer").get("/desk/cases/" + number).body();

        String after = LocalDate.parse(before).plusYears(1).toString();
        assertThat(page).contains("<dd>" + after + "</dd>").doesNotContain("<dd>" + before + "</dd>");
    }

    @Test
    void theNextRowsOfTheLoanBookAreOneClickAway() {
        for (int i = 0; i <= 25; i++) {
            world.imported(LoanRows.eligible());
        }
        DeskSession li = new DeskSession(port, "li.officer");
        Matcher next = NEXT.matcher(li.get("/desk/loans").body());
        assertThat(next.find()).as("there is a next page").isTrue();

        String page = li.get(next.group(1).replace("&amp;", "&")).body();

        assertThat(page).contains("href=\"/desk/loans/JT", "第 26 至").doesNotContain("field--error");
    }

    @Test
    void aFileIsReadInTheBackgroundAndItsRejectedRowsAreToldAndDownloaded() {
        LoanRows good = LoanRows.eligible();
        String bad = LoanRows.eligible().line().replace(",CNY,", ",USD,");
        // later than every import of the other tests, so that it stands first among the latest
        world.pass(Duration.ofHours(2));
        DeskSession li = new DeskSession(port, "li.officer");

        String report = location(
                li.upload("/desk/import", "/desk/import", "LOANS", "book.csv", LoanRows.HEADER + good.line() + bad));

        assertThat(report).startsWith("/desk/import/");
        await().atMost(PATIENCE).until(() -> !li.get(report).body().contains("data-running"));
        assertThat(li.get(report).body())
                .contains("book.csv", "已完成", "有问题的 1 行", "第 3 行", "币种", "李晓梅")
                .doesNotContain("359999198609204341");
        HttpResponse<String> rows = li.get(report + "/rejected.csv");
        assertThat(rows.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(rows.body()).startsWith("\uFEFF\"行\",").contains("\r\n\"3\",\"币种\",\"USD\",");
        assertThat(li.get("/desk/import").body()).contains("book.csv");
        assertThat(li.get("/desk/loans?q=" + good.number()).body()).contains("/desk/loans/" + good.number());
    }

    @Test
    void anImportIsStoppedWhileItRuns() {
        DeskSession li = new DeskSession(port, "li.officer");
        String report = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('xudai.loanbook.import'))")
                    .query(row -> {});
            String begun = location(li.upload(
                    "/desk/import",
                    "/desk/import",
                    "LOANS",
                    "stopped.csv",
                    LoanRows.HEADER + LoanRows.eligible().line()));
            assertThat(li.get(begun).body()).contains("data-running").contains("正在导入");
            li.submit(begun, begun + "/cancel", "");
            return begun;
        }));

        await().atMost(PATIENCE).until(() -> !li.get(report).body().contains("data-running"));
        assertThat(li.get(report).body()).contains("已停止").contains("已经收下的行会保留");
    }

    @Test
    void aFileWithAnotherHeaderIsSentBackWithWhatToDo() {
        HttpResponse<String> answer = new DeskSession(port, "li.officer")
                .upload("/desk/import", "/desk/import", "PARTIES", "people.csv", "a,b,c\n1,2,3\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#file\"").containsPattern("value=\"PARTIES\"[^>]*checked");
    }

    /** As after half an hour without a click. */
    private void sessionsEnd(String who) {
        assertThat(jdbc.sql("delete from spring_session where principal_name = ?")
                        .param(who)
                        .update())
                .isPositive();
    }
}
