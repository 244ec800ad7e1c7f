package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.journey.Browser;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.Parties;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

/** Every page of the portal in every state, in both languages and in the sizes of a phone and a desk. */
@RunningXudai
@Import(Borrowers.class)
@Tag("browser")
class PortalGalleryTests {

    private static final byte[] HALF_A_JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3};

    private static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    PartySessions sessions;

    @Autowired
    TestOutbox.Sent sent;

    @Autowired
    Renewals renewals;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private Gallery gallery;

    @AfterAll
    static void leave() {
        BROWSER.close();
    }

    @BeforeEach
    void open() {
        gallery = new Gallery(BROWSER, port);
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    private void enter(CaseNumber number) {
        gallery.as(sessions.open(borrowers.of(number)));
    }

    private void nothingToComplainOf() {
        assertThat(gallery.complaints()).isEmpty();
    }

    @Test
    void theDoorAndTheCode() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        String link = Objects.requireNonNull(
                await().until(() -> sent.link(number.value()).orElse(null), Objects::nonNull));
        gallery.as("");
        gallery.look("door-unknown", "/i/AAAAAAAAAAAAAAAAAAAAAA");
        gallery.look("door-left", "/i?left");
        gallery.look("door-ended", "/i?ended");
        gallery.look("door", "/i/" + link.substring(link.lastIndexOf('/') + 1));
        gallery.look("door-ended-known", "/i?ended");
        gallery.look("door-no-number", "/i?unsent");
        for (String was : List.of("SENT", "WRONG", "EXPIRED", "TOO_MANY_TRIES", "TOO_SOON", "TOO_MANY")) {
            gallery.look("code-" + was, "/i/code?was=" + was);
        }
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void theTaskListTheFormsAndTheOtherWays() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        enter(number);
        gallery.look("home-first", "/my");
        gallery.look("home-closed", "/my?closed");
        for (int step = 1; step <= 3; step++) {
            gallery.look("form-step-" + step, "/my/forms/application/" + step);
        }
        gallery.look("form-check-incomplete", "/my/forms/application/check");
        gallery.look("form-step-wrong", page -> {
            page.navigate("http://127.0.0.1:" + port + "/my/forms/application/2");
            page.fill("[name=amount]", "三十万");
            page.click(".bar button");
            page.waitForSelector(".summary");
        });
        gallery.look("material-form", "/my/materials/credit-authorization");
        gallery.look("material-photo", "/my/materials/id-card");
        gallery.look("material-none", "/my/materials/id-card?none");
        gallery.look("material-large", "/my/materials/id-card?large");
        gallery.look("material-away", "/my/materials/financials?away");
        gallery.look("submit-missing", "/my/submit");
        gallery.look("withdraw", "/my/withdraw");
        gallery.look("guidance", "/my/guidance");
        gallery.look("guidance-asked", "/my/guidance?asked");
        gallery.look("other-ways", "/my/other");
        gallery.look("lost", "/my/nowhere");
        gallery.look("session-ends", page -> {
            page.clock().install();
            page.navigate("http://127.0.0.1:" + port + "/my/guidance");
            page.clock().runFor(29 * 60 * 1000);
            page.waitForSelector("[data-timeout] .alert");
        });
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void signingOnTheScreen() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        enter(number);
        gallery.look("signing-home", "/my");
        gallery.look("signing-material", "/my/materials/whitelist-confirmation");
        gallery.look("signing", "/my/materials/whitelist-confirmation/sign");
        for (String was : List.of("SENT", "CODE_WRONG", "DRAWING_EMPTY", "NAME_DIFFERS", "VERSION_REPLACED")) {
            gallery.look("signing-" + was, "/my/materials/whitelist-confirmation/sign?was=" + was);
        }
        gallery.look("signing-drawn", page -> {
            page.navigate("http://127.0.0.1:" + port + "/my/materials/whitelist-confirmation/sign");
            SigningBrowserTests.draw(page);
        });
        Visitor.signedIn(port, sessions, borrowers.of(number))
                .submit(
                        "/my/materials/whitelist-confirmation/sign",
                        "/my/materials/whitelist-confirmation/sign/decline",
                        Map.of("reason", "期限写错了，应该是十二个月。"));
        gallery.look("signing-declined", "/my/materials/whitelist-confirmation/sign");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void signingByAnother() {
        CaseNumber number = world.collecting(LoanRows.eligible().signedBy("陈茂生", "林小红"));
        renewals.parties(number).stream().map(CaseParty::party).forEach(party -> {
            if (party.mobile() == null) {
                parties.noteCallBack(party.id(), new MobileNumber("19900000401"), new StaffId("li.officer"));
            } else {
                parties.noteCallBack(party.id(), party.mobile(), new StaffId("li.officer"));
            }
            parties.confirmNumber(party.id(), new StaffId("sun.officer"));
        });
        enter(number);
        gallery.look("signing-others-material", "/my/materials/whitelist-confirmation");
        gallery.look("signing-others", "/my/materials/whitelist-confirmation/sign");
        gallery.look("hand-over", "/my/materials/whitelist-confirmation/hand-over?was=SENT");
        gallery.look("hand-over-wrong", "/my/materials/whitelist-confirmation/hand-over?was=WRONG");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void threeSignOneAfterTheOther() {
        Shareholders shareholders = Shareholders.ofACompany(context, port);
        String page = "/my/materials/" + Shareholders.RESOLUTION + "/sign";
        shareholders.signs("丁一");
        gallery.as(sessions.open(shareholders.of("丁一")));
        gallery.look("three-signed", page + "?done");
        gallery.look("three-signed-home", "/my");
        gallery.as(sessions.open(shareholders.of("王二")));
        gallery.look("three-turn", page);
        gallery.as(sessions.open(shareholders.of("赵三")));
        gallery.look("three-wait", page);
        gallery.as(sessions.open(borrowers.of(shareholders.number())));
        gallery.look("three-hand-over", page);
        shareholders.declines("王二", "期限写错了，应该是十二个月。");
        gallery.look("three-declined", page);
        gallery.as(sessions.open(shareholders.of("丁一")));
        gallery.look("three-declined-signed", page);
        shareholders.signs("王二");
        world.passAMinute();
        shareholders.signs("赵三");
        gallery.look("three-all", page);
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void verdictsOfWhatHeHandedIn() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = Visitor.signedIn(port, sessions, borrowers.of(number));
        byte[] photo = Borrowers.photo("id-card");
        visitor.upload("id-card", HALF_A_JPEG);
        visitor.upload("business-licence", photo, HALF_A_JPEG);
        visitor.upload(
                "credit-authorization",
                borrowers.photographs(number, "credit-authorization").get(0));
        visitor.upload("financials", Borrowers.photo("statements"));
        world.awaitVerdicts(number);
        enter(number);
        gallery.look("home-refused", "/my");
        gallery.look("material-refused", "/my/materials/id-card");
        gallery.look("material-one-refused", "/my/materials/business-licence");
        gallery.look("material-page-missing", "/my/materials/credit-authorization");
        gallery.look("material-received", "/my/materials/financials");
        gallery.look("material-add", "/my/materials/financials?more");
        gallery.look("material-replace", "/my/materials/financials?fresh");

        visitor.upload("id-card", photo);
        world.awaitVerdicts(number);
        gallery.look("material-earlier", page -> {
            page.navigate("http://127.0.0.1:" + port + "/my/materials/id-card?from=submit");
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        });
        jdbc.sql("update document set state = 'INSPECTING' where case_number = ? and material = 'id-card'")
                .param(number.value())
                .update();
        gallery.look("material-pending", "/my/materials/id-card");
        jdbc.sql("update document set state = 'UNDECIDED' where case_number = ? and material = 'id-card'")
                .param(number.value())
                .update();
        world.handInEverything(number);
        gallery.look("home-complete", "/my");
        gallery.look("submit", "/my/submit");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void aPageOfAFormThatHasToBeTakenAgain() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = Visitor.signedIn(port, sessions, borrowers.of(number));
        List<byte[]> pages = borrowers.photographs(number, "credit-authorization");
        enter(number);

        visitor.upload("credit-authorization", pages.get(0), Borrowers.cutOff(pages.get(1)));
        world.awaitVerdicts(number);
        gallery.look("retake", "/my/materials/credit-authorization");
        gallery.look("retake-home", "/my");
        visitor.upload("credit-authorization", pages.get(1));
        world.awaitVerdicts(number);
        gallery.look("retake-done", "/my/materials/credit-authorization");

        visitor.upload(
                "whitelist-confirmation",
                Borrowers.cutOff(
                        borrowers.photographs(number, "whitelist-confirmation").get(0)));
        world.awaitVerdicts(number);
        gallery.look("retake-only-page", "/my/materials/whitelist-confirmation");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void howACaseStands() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        world.awaitState(number, CaseState.IN_INVESTIGATION);
        enter(number);
        gallery.look("state-investigation", "/my");
        world.investigated(number);
        world.awaitState(number, CaseState.IN_REVIEW);
        gallery.look("state-review", "/my");
        world.correct(number, HumanTaskKind.ReviewCase, "wang.reviewer", "id-card");
        world.awaitState(number, CaseState.COLLECTING);
        gallery.look("home-correction", "/my");
        gallery.look("material-correction", "/my/materials/id-card");
        gallery.look("material-accepted", "/my/materials/application");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void howACaseEnds() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.awaitState(number, CaseState.IN_APPROVAL);
        enter(number);
        gallery.look("state-approval", "/my");
        offered(number);
        gallery.look("state-terms", "/my");
        gallery.look("terms", "/my/terms");
        for (CaseState state : List.of(
                CaseState.RENEWING,
                CaseState.REFUSED,
                CaseState.NOT_ELIGIBLE,
                CaseState.WITHDRAWN,
                CaseState.SETTLED,
                CaseState.LAPSED,
                CaseState.OPENED)) {
            stands(number, state);
            gallery.look("state-" + state, "/my");
        }
        stands(number, CaseState.RENEWING);
        gallery.look("withdraw-not-now", "/my/withdraw");
        stands(number, CaseState.IN_APPROVAL);
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);
        gallery.look("state-RENEWED", "/my");
        jdbc.sql("""
                        update loan set contract = 'SIGNED', contract_number = 'HT2026-0142'
                        where number in (select loan_number from renewal_case_loan where case_number = ?)
                        """).param(number.value()).update();
        gallery.look("state-RENEWED-signed", "/my");
        nothingToComplainOf();
    }

    @Test
    @Tag("gallery")
    void aSignerWhoseContactHandsIn() {
        CaseNumber number = world.collecting(LoanRows.eligible().signedBy("陈茂生", "林秀"));
        PartySession signer = borrowers.signerOnly(number);
        gallery.as(sessions.open(signer));
        gallery.look("home-signer", "/my");
        nothingToComplainOf();
    }

    @Test
    void aNameWithRareCharactersIsWholeOnThePagesAndOnPaper() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible().signedBy("陈䶮𠮷", "陈䶮𠮷"));
        byte[] pdf = borrowers.pdf(number, "credit-authorization");
        Files.write(Files.createDirectories(Path.of("target/gallery/portal")).resolve("rare-name.pdf"), pdf);
        enter(number);
        gallery.look("rare-name-home", "/my");
        gallery.look("rare-name-form", "/my/materials/credit-authorization");

        try (PDDocument document = Loader.loadPDF(pdf)) {
            // what is drawn in the fields becomes text of the page
            Objects.requireNonNull(document.getDocumentCatalog().getAcroForm(null))
                    .flatten();
            assertThat(new PDFTextStripper().getText(document)).contains("陈䶮𠮷");
        }
        nothingToComplainOf();
    }

    private void stands(CaseNumber number, CaseState state) {
        jdbc.sql("update renewal_case set state = ? where number = ?")
                .params(state.name(), number.value())
                .update();
    }

    private void offered(CaseNumber number) {
        jdbc.sql("""
                        update renewal_case set state = 'AWAITING_TERMS', offered_amount = 200000, offered_term = 6,
                            offered_conditions = '按月付息，到期一次还本' where number = ?
                        """).param(number.value()).update();
    }
}
