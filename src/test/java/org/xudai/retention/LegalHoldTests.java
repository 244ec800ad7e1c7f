package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.audit.Actor;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.journey.Api;
import org.xudai.journey.DeskSession;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** A legal hold is placed and lifted with a reason, by who has the right, and both are in the record. */
@RunningXudai
class LegalHoldTests {

    private static final Instant IN_TWO_YEARS = Instant.parse("2028-11-25T04:00:00Z");
    private static final String REASON = "(2026)闽0782民初117号";

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    AuditTrail trail;

    @Autowired
    LegalHolds holds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Renewals renewals;

    @Autowired
    ApplicationContext product;

    @Test
    void aHoldIsPlacedOnceAndLiftedByTheAuditorAndBothAreRecordedWithTheirReason() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Api head = Api.asStaff(port, "wu.head");
        Api auditor = Api.asStaff(port, "auditor");

        assertThat(head.post(path(number, ""), reason(REASON)).ok().path("held").asBoolean())
                .isTrue();
        assertThat(head.post(path(number, ""), reason("again")).status()).isEqualTo(409);
        assertThat(auditor.get(path(number, "")).ok().path("why").asText()).isEqualTo(REASON);
        assertThat(head.post(path(number, "/lift"), reason("done")).status()).isEqualTo(403);
        assertThat(auditor.post(path(number, "/lift"), reason("判决生效"))
                        .ok()
                        .path("held")
                        .asBoolean())
                .isFalse();
        assertThat(auditor.post(path(number, "/lift"), reason("again")).status())
                .isEqualTo(409);

        assertThat(trail.entriesOf(number).stream()
                        .filter(entry -> entry.act().startsWith("retention."))
                        .map(AuditEntry::act))
                .containsExactly("retention.held", "retention.hold-lifted");
        assertThat(entry(number, "retention.held").actor()).isEqualTo(Actor.staff(new StaffId("wu.head")));
        assertThat(entry(number, "retention.held").personal()).isEqualTo(Map.of("reason", REASON));
        assertThat(entry(number, "retention.hold-lifted").personal()).isEqualTo(Map.of("reason", "判决生效"));
    }

    @Test
    void aHoldWithoutAReasonIsRefused() {
        CaseNumber number = world.collecting(LoanRows.eligible());

        assertThat(Api.asStaff(port, "wu.head")
                        .post(path(number, ""), reason(" "))
                        .status())
                .isEqualTo(422);
        assertThat(holds.of(number)).isEmpty();
    }

    @Test
    void theReasonIsNotInClearInTheDatabase() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        holds.place(number, REASON, new StaffId("auditor"));

        assertThat(jdbc.sql("select reason from legal_hold where case_number = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .startsWith("xv1:");
        assertThat(holds.of(number).orElseThrow().reason()).isEqualTo(REASON);
    }

    @Test
    void theDeskShowsAHoldOnTheCaseAndInTheListOfWhatIsHeld() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        DeskSession head = new DeskSession(port, "wu.head");
        String page = "/desk/cases/" + number + "/hold";

        assertThat(head.submit(page, page, "reason=").body()).contains("请写明原因");
        head.submit(page, page, "reason=" + "court-117");

        assertThat(head.get(page).body()).contains("court-117", "已保全").doesNotContain(page + "/lift");
        assertThat(head.get("/desk/cases/" + number).body()).contains("司法保全", " 于 2026年11月23日 15:00 设定");
        assertThat(head.get("/desk/retention").body()).contains(number.value(), "court-117");
        assertThat(new DeskSession(port, "auditor").get(page).body()).contains(page + "/lift");
    }

    @Test
    void aHoldAndAnErasureThatMeetNeverBothHappen() throws Exception {
        CaseErasure erasure = new LaterRounds(product).erasureAt(IN_TWO_YEARS);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 3; i++) {
                CaseNumber number = withdrawn();
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Boolean> begun = two.submit(() -> {
                    together.await();
                    return erasure.begin(number).isPresent();
                });
                Future<LegalHolds.Placing> placed = two.submit(() -> {
                    together.await();
                    return holds.place(number, "court", new StaffId("auditor"));
                });
                assertThat(begun.get())
                        .isEqualTo(placed.get() == LegalHolds.Placing.ERASED)
                        .isEqualTo(world.read(number).erasedAt() != null);
            }
        } finally {
            two.shutdown();
        }
    }

    private CaseNumber withdrawn() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        assertThat(renewals.withdraw(number, Actor.system("test"), "changed his mind"))
                .isTrue();
        world.awaitState(number, CaseState.WITHDRAWN);
        return number;
    }

    private AuditEntry entry(CaseNumber number, String act) {
        return trail.entriesOf(number).stream()
                .filter(entry -> entry.act().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private static String path(CaseNumber number, String rest) {
        return "/api/v1/renewals/" + number + "/hold" + rest;
    }

    private static String reason(String text) {
        return "{\"reason\": \"" + text + "\"}";
    }
}
