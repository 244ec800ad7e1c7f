package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.audit.Actor;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditSeals;
import org.xudai.audit.AuditTrail;
import org.xudai.audit.Sealing;
import org.xudai.bankseal.SealKey;
import org.xudai.dossier.DocumentErasure;
import org.xudai.journey.Api;
import org.xudai.journey.DeskSession;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.LoanBook;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;
import org.xudai.vault.Cell;
import org.xudai.vault.DataKeyDestroyed;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.Vault;

/**
 * What has to be gone is gone, from the tables and from the object store, and what is left explains it. The rounds get a
 * calendar of their own, so that only they live in a later year.
 */
@RunningXudai
@Tag("servers")
class ForgettingTests {

    private static final String SIGNER = "欧阳忘川";
    private static final String CONTACT = "司徒无痕";
    private static final Instant IN_TEN_YEARS = Instant.parse("2036-11-25T04:00:00Z");
    private static final Instant IN_TWO_YEARS = Instant.parse("2028-11-25T04:00:00Z");

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    LoanBook loanBook;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditSeals seals;

    @Autowired
    Vault vault;

    @Autowired
    LegalHolds holds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext product;

    @Autowired
    ErasureTable erasures;

    @Autowired
    DocumentErasure documents;

    private Remains remains() {
        return new Remains(jdbc, product.getEnvironment());
    }

    private void roundAt(Instant moment) {
        new LaterRounds(product).at(moment);
    }

    @BeforeEach
    void nothingElseIsKept() {
        // cases of other tests in this database are left alone
        jdbc.sql("update renewal_case set ended_at = '2099-01-01' where ended_at is not null and erased_at is null")
                .update();
        jdbc.sql("update loan set contract = 'SIGNED'").update();
    }

    @Test
    void aRenewedCaseWhoseClockHasRunOutIsGoneAndItsBoxStillProvesIt() throws IOException {
        LoanRows loan = LoanRows.eligible().signedBy(SIGNER, CONTACT);
        CaseNumber number = renewed(loan);
        String customer = customerOf(number);
        Path box = boxOf(number);
        loanBook.setContract(loan.loan(), ContractState.SETTLED, null, Actor.staff(new StaffId("li.officer")));
        roundAt(Instant.parse("2026-11-23T08:00:00Z")); // the day of the settlement is noted
        assertThat(remains().hasKey(KeyOwner.of(number))).isTrue();
        JsonNode planned = Api.asStaff(port, "auditor")
                .get("/api/v1/retention")
                .ok()
                .path("items")
                .get(0);
        assertThat(planned.path("caseNumber").asText()).isEqualTo(number.value());
        assertThat(planned.path("keptUntil").asText()).isEqualTo("2036-11-23");
        assertThat(planned.path("overdue").asBoolean()).isFalse();

        roundAt(IN_TEN_YEARS);

        remains()
                .nothingOfItInTheTables(
                        number, List.of(SIGNER, CONTACT, "199" + loan.number().substring(2)));
        noKeyIsMadeAnew(number);
        assertThat(remains().objectsOf(number)).isEmpty();
        assertThat(remains().hasKey(KeyOwner.of(number))).isFalse();
        assertThat(remains().hasKey(KeyOwner.ofBorrower(customer))).isFalse();
        remains().nothingOfItInTheEngine(number);
        theRecordHoldsAndExplains(number);
        theCertificateIsTheOneInTheRecord(number);
        new SignedErasure(port, directory, remains(), product.getBean(SealKey.class)).isTheBanks(number);
        assertThat(remains().verified(box.toString()))
                .as("the box handed out before")
                .contains("no change was found");
    }

    @Test
    void aCaseUnderLegalHoldStaysAndGoesOnceTheHoldIsLifted() {
        CaseNumber number = withdrawn(LoanRows.eligible());
        holds.place(number, "court", new StaffId("auditor"));

        roundAt(IN_TWO_YEARS);
        assertThat(world.read(number).erasedAt()).isNull();
        assertThat(remains().objectsOf(number)).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from form_answer where case_number = ?")
                        .param(number.value())
                        .query(Long.class)
                        .single())
                .as("drafts")
                .isEqualTo(1);

        holds.lift(number, "judged", new StaffId("auditor"));
        roundAt(IN_TWO_YEARS);
        assertThat(world.read(number).erasedAt()).isEqualTo(IN_TWO_YEARS);
        assertThat(remains().objectsOf(number)).isEmpty();
        assertThat(holds.place(number, "too late", new StaffId("auditor"))).isEqualTo(LegalHolds.Placing.ERASED);
    }

    @Test
    void draftsGoSoonerThanTheirCase() {
        CaseNumber number = withdrawn(LoanRows.eligible());

        roundAt(Instant.parse("2027-05-25T04:00:00Z"));

        assertThat(world.read(number).erasedAt()).isNull();
        for (String table : List.of("form_answer", "invitation")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where case_number = ?")
                            .param(number.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(acts(number)).contains("retention.drafts-erased");
    }

    @Test
    void theReportOfAnImportGoesAfterAYearAndTheLoansStay() {
        LoanRows loan = LoanRows.eligible();
        world.imported(loan);

        roundAt(Instant.parse("2027-11-23T04:00:00Z"));
        assertThat(reports()).isPositive();

        roundAt(Instant.parse("2027-11-24T04:00:00Z"));
        assertThat(reports()).isZero();
        assertThat(loanBook.find(loan.loan())).isPresent();
    }

    private long reports() {
        return jdbc.sql("select count(*) from loan_import").query(Long.class).single();
    }

    @Test
    void aBorrowerWhoOwesKeepsHisKeyWhenHisCaseIsForgotten() {
        LoanRows loan = LoanRows.eligible();
        CaseNumber number = withdrawn(loan);
        String customer = customerOf(number);

        roundAt(IN_TEN_YEARS);

        assertThat(world.read(number).erasedAt()).isNotNull();
        assertThat(remains().hasKey(KeyOwner.of(number))).isFalse();
        assertThat(remains().hasKey(KeyOwner.ofBorrower(customer))).isTrue();
        assertThat(loanBook.find(loan.loan())).isPresent();
    }

    @Test
    void aBorrowerWhoComesBackBeginsAgainWithANewKey() {
        LoanRows loan = LoanRows.eligible();
        world.imported(loan);
        String customer = jdbc.sql("select customer_number from loan where number = ?")
                .param(loan.number())
                .query(String.class)
                .single();
        loanBook.setContract(loan.loan(), ContractState.SETTLED, null, Actor.system("test"));
        roundAt(Instant.parse("2026-11-23T08:00:00Z"));
        roundAt(IN_TEN_YEARS);
        assertThat(loanBook.find(loan.loan())).isEmpty();
        assertThat(remains().hasKey(KeyOwner.ofBorrower(customer))).isFalse();
        jdbc.sql("update data_key set destroyed_at = destroyed_at - interval '1 hour' where owner = ?")
                .param("borrower/" + customer)
                .update();

        world.imported(loan);

        assertThat(loanBook.find(loan.loan())).isPresent();
    }

    @Test
    void anErasureThatWasKilledMidwayGoesOn() {
        CaseNumber number = withdrawn(LoanRows.eligible());
        CaseErasure killed = new LaterRounds(product).erasureAt(IN_TWO_YEARS);
        Erasure begun = killed.begin(number).orElseThrow();
        documents.removeObjects(number); // and here the node died

        assertThat(remains().reconciled())
                .as("a tombstone has no bytes to miss")
                .doesNotContain(number.value());
        assertThat(Api.asStaff(port, "auditor")
                        .get("/api/v1/renewals/" + number)
                        .status())
                .isEqualTo(410);
        assertThat(killed.begin(number)).as("it is begun once").isEmpty();

        roundAt(IN_TWO_YEARS.plus(Duration.ofHours(1)));

        assertThat(remains().hasKey(KeyOwner.of(number))).isFalse();
        Erasure ended = erasures.latest(Erasure.Kind.CASE, number.value()).orElseThrow();
        assertThat(ended.id()).isEqualTo(begun.id());
        assertThat(ended.endedAt()).isEqualTo(IN_TWO_YEARS.plus(Duration.ofHours(1)));
        killed.finish(begun);
        assertThat(acts(number).stream().filter("retention.erased"::equals)).hasSize(1);
    }

    private CaseNumber renewed(LoanRows loan) {
        CaseNumber number = world.collecting(loan);
        world.handInEverything(number);
        world.submit(number);
        world.investigated(number);
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);
        awaitCount(number, "evidence_box where case_number = ?", 1);
        everyMessageWent(number);
        return number;
    }

    private CaseNumber withdrawn(LoanRows loan) {
        CaseNumber number = world.collecting(loan);
        jdbc.sql(
                        "insert into form_answer (case_number, code, field, value, saved_at) values (?, 'application', 'use', ?, now())")
                .params(number.value(), "draft")
                .update();
        assertThat(renewals.withdraw(number, Actor.staff(new StaffId("li.officer")), "changed his mind"))
                .isTrue();
        world.awaitState(number, CaseState.WITHDRAWN);
        everyMessageWent(number);
        return number;
    }

    /** Years later none is still on its way; one that is may keep a round from erasing its case, until the next. */
    private void everyMessageWent(CaseNumber number) {
        awaitCount(number, "notice where case_number = ? and state = 'QUEUED'", 0);
    }

    private void awaitCount(CaseNumber number, String rows, long count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from " + rows)
                                .param(number.value())
                                .query(Long.class)
                                .single()
                        == count);
    }

    private void noKeyIsMadeAnew(CaseNumber number) {
        assertThatThrownBy(() -> vault.seal(new Cell(KeyOwner.of(number), "t", "c", "1"), "x"))
                .isInstanceOf(DataKeyDestroyed.class);
    }

    private String customerOf(CaseNumber number) {
        return jdbc.sql("select customer_number from renewal_case where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    private Path boxOf(CaseNumber number) throws IOException {
        Path box = directory.resolve("box.zip");
        Files.write(
                box,
                Api.asStaff(port, "auditor")
                        .get("/api/v1/renewals/" + number + "/evidence")
                        .bytes());
        return box;
    }

    private void theRecordHoldsAndExplains(CaseNumber number) {
        assertThat(trail.verify(number).holds()).isTrue();
        assertThat(trail.verify(number).erased()).isPositive();
        assertThat(trail.unexplained(number.value())).isEmpty();
        product.getBean(Sealing.class).sealNow();
        assertThat(seals.verifyChain(number.value(), List.of()).holds()).isTrue();
        assertThat(remains().verified(number.value())).contains("was erased");
        assertThat(acts(number)).contains("retention.erasure-begun").endsWith("retention.erased");
        assertThat(trail.entriesOf(number)).allMatch(entry -> entry.personal().isEmpty());
        assertThat(remains().reconciled()).doesNotContain(number.value());
    }

    private void theCertificateIsTheOneInTheRecord(CaseNumber number) {
        Api auditor = Api.asStaff(port, "auditor");
        byte[] bytes = auditor.get("/api/v1/renewals/" + number + "/erasure").bytes();
        JsonNode certificate =
                auditor.get("/api/v1/renewals/" + number + "/erasure").ok();
        AuditEntry erased = trail.entriesOf(number).stream()
                .filter(entry -> entry.act().equals("retention.erased"))
                .findFirst()
                .orElseThrow();

        assertThat(erased.facts())
                .containsEntry("certificate", Remains.sha256(bytes))
                .containsEntry("clock", "RENEWED");
        assertThat(certificate.path("subject").asText()).isEqualTo(number.value());
        assertThat(certificate.path("zh-CN").asText()).contains(number.value());
        assertThat(certificate.path("en").asText()).contains("is destroyed");
        assertThat(certificate.path("documents"))
                .hasSize(Integer.parseInt(erased.facts().get("documents")));
        assertThat(certificate
                        .path("documents")
                        .get(0)
                        .path("files")
                        .get(0)
                        .path("sha256")
                        .asText())
                .hasSize(64);
        assertThat(certificate.path("record").path("entries").asLong()).isEqualTo(erased.position() - 1);
        assertThat(LocalDate.parse(certificate.path("keptUntil").asText())).isEqualTo("2036-11-23");
        assertThat(auditor.get("/api/v1/renewals/" + number).status()).isEqualTo(410);
        DeskSession desk = new DeskSession(port, "auditor");
        assertThat(desk.get("/desk/cases/" + number).body())
                .contains("内容已于 2036年11月25日 12:00 删除", "/erasure", Remains.sha256(bytes));
        assertThat(desk.get("/desk/cases?q=" + number).body()).contains("内容已删除");
        assertThat(desk.get("/desk/cases/" + number + "/hold").statusCode()).isEqualTo(410);
        assertThat(Api.asStaff(port, "li.officer")
                        .get("/api/v1/renewals?q=" + number)
                        .ok()
                        .path("items"))
                .hasSize(1);
    }

    private List<String> acts(CaseNumber number) {
        return trail.entriesOf(number).stream().map(AuditEntry::act).toList();
    }
}
