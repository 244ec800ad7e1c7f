package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xudai.access.Invitations;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.notices.OutgoingMessage;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/** The door of the portal: links, codes, sessions, and what strangers get. */
@RunningXudai
@Import(Borrowers.class)
class PortalDoorTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    TestOutbox.Sent sent;

    @Autowired
    Invitations invitations;

    @Autowired
    PartySessions sessions;

    @Autowired
    Clock clock;

    private String link(CaseNumber number) {
        String link = Objects.requireNonNull(
                await().until(() -> sent.link(number.value()).orElse(null), Objects::nonNull));
        return "/i/" + link.substring(link.lastIndexOf('/') + 1);
    }

    private String askForCode(Visitor visitor, CaseNumber number) {
        long before = codes(number);
        visitor.submit("/i", "/i/code", Map.of());
        await().until(() -> codes(number) > before);
        return sent.code(number.value()).orElseThrow();
    }

    private long codes(CaseNumber number) {
        return sent.of(number.value()).stream()
                .filter(message -> message.code() != null)
                .count();
    }

    private Visitor.Seen enter(Visitor visitor, String code) {
        return visitor.submit("/i/code", "/i/session", Map.of("code", code));
    }

    @Test
    void aPreviewOfTheLinkByAChatSendsNothingAndUsesNothingUp() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        String link = link(number);
        await("the invitation by mail and by text")
                .until(() -> sent.of(number.value()).stream()
                                .map(OutgoingMessage::channel)
                                .distinct()
                                .count()
                        == 2);
        int messages = sent.of(number.value()).size();

        for (int preview = 0; preview < 3; preview++) {
            Visitor.Seen page = Visitor.stranger(port).get(link);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.address().getPath()).isEqualTo("/i");
            assertThat(page.words()).contains("建溪银行").doesNotContain("陈茂生", "测试茶行", number.value(), "199");
        }
        assertThat(sent.of(number.value())).hasSize(messages);

        Visitor borrower = Visitor.stranger(port);
        borrower.get(link);
        assertThat(enter(borrower, askForCode(borrower, number)).words()).contains("陈茂生", "件事要办");
    }

    @Test
    void aLinkThatIsUnknownExpiredOrRevokedSaysWhatToDoAndNamesNobody() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        PartySession party = borrowers.of(number);
        String expired = invitations
                .mint(number, party.party(), clock.instant().plusSeconds(60), Actor.system("test"))
                .token();
        world.passAMinute();
        String revoked = link(number);
        invitations.revoke(number, party.party(), Actor.system("test"));

        for (String link : new String[] {"/i/4fJqzq0Xh2uQm1cWzY7p3A", "/i/" + expired, revoked, "/i"}) {
            Visitor.Seen page = Visitor.stranger(port).get(link);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.words())
                    .contains("这个链接打不开了", "打开最新一条短信里的链接", "您已经填写和上传的都还在")
                    .doesNotContain("陈茂生", "测试茶行", number.value(), "把验证码发到我的手机");
        }
    }

    @Test
    void aCodeWrongFiveTimesIsVoidAndANewOneOpens() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor borrower = Visitor.stranger(port);
        borrower.get(link(number));
        String code = askForCode(borrower, number);
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(enter(borrower, wrong).words()).contains("验证码不对", "再输一次");
        }
        assertThat(enter(borrower, wrong).words()).contains("验证码输错五次，已经作废", "重新发一个验证码");
        assertThat(enter(borrower, code).address().getPath()).isEqualTo("/i/code");
        assertThat(borrower.submit("/i", "/i/code", Map.of()).words()).contains("验证码刚发过", "一分钟只能发一次");

        world.passAMinute();
        assertThat(enter(borrower, askForCode(borrower, number)).address().getPath())
                .isEqualTo("/my");
    }

    @Test
    void anExpiredCodeAsksForANewOneAndTheWholeMessageMayBePasted() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor borrower = Visitor.stranger(port);
        borrower.get(link(number));
        String code = askForCode(borrower, number);
        ((MovableClock) clock).advance(Duration.ofMinutes(11));
        assertThat(enter(borrower, code).words()).contains("验证码过期了", "重新发一个");

        String fresh = askForCode(borrower, number);
        assertThat(enter(borrower, "【建溪银行】" + fresh + "，10分钟内有效，请勿告诉他人。")
                        .address()
                        .getPath())
                .isEqualTo("/my");
        assertThat(DoorController.digits("１２３４５６")).isEqualTo("123456");
        assertThat(DoorController.digits("12 34 56")).isEqualTo("123456");
    }

    @Test
    void aSessionThatEndedLosesNothingAndLeadsBackByACode() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor borrower = Visitor.stranger(port);
        borrower.get(link(number));
        enter(borrower, askForCode(borrower, number));
        borrower.submit("/my/forms/application/1", "/my/forms/application/save", Map.of("business", "卖岩茶"));
        ((MovableClock) clock).advance(Duration.ofMinutes(31));

        Visitor.Seen page = borrower.get("/my/forms/application/1");
        assertThat(page.address().toString()).endsWith("/i?ended");
        assertThat(page.words()).contains("太久没有操作，已经退出", "已经填写和上传的都还在").doesNotContain("陈茂生");

        enter(borrower, askForCode(borrower, number));
        assertThat(borrower.get("/my/forms/application/1").html()).contains("卖岩茶");
    }

    @Test
    void nobodySeesTheCaseOfAnother() {
        CaseNumber his = world.collecting(LoanRows.eligible());
        CaseNumber mine = world.collecting(LoanRows.eligible());
        world.handInEverything(his);
        String document =
                borrowers.material(his, "id-card").documents().get(0).id().toString();
        Visitor visitor = Visitor.signedIn(port, sessions, borrowers.of(mine));
        Visitor owner = Visitor.signedIn(port, sessions, borrowers.of(his));

        assertThat(owner.get("/my/documents/" + document + "/pages/1.jpg").status())
                .isEqualTo(200);
        Visitor.Seen refused = visitor.get("/my/documents/" + document + "/pages/1.jpg");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.words()).contains("不属于您这笔业务", "返回任务清单", "客户经理");
        assertThat(visitor.get("/my/nowhere").status()).isEqualTo(404);
        assertThat(visitor.get("/my").words()).contains(mine.value()).doesNotContain(his.value());
    }

    @Test
    void whoSignsOutIsOut() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor borrower = Visitor.signedIn(port, sessions, borrowers.of(number));

        assertThat(borrower.submit("/my", "/my/sign-out", Map.of()).words()).contains("您已退出", "已经填写和上传的都还在");
        assertThat(borrower.get("/my").address().getPath()).isEqualTo("/i");
    }
}
