package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.DecisionRecord;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Separation of duties, tried by every door there is: the API, the desk, Cockpit's own API, and changed variables. */
@RunningXudai
class FourEyesTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService processes;

    @Autowired
    DecisionRecord decisions;

    @Autowired
    org.camunda.bpm.engine.ProcessEngine engine;

    private String engineApi() {
        return "/camunda/api/engine/engine/" + engine.getName();
    }

    private void stillThere(CaseNumber number, HumanTaskKind kind, String task) {
        assertThat(world.openTask(number, kind)).isPresent();
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(decisions.latest(number, kind)).isEmpty();
    }

    @Test
    void whoInvestigatedMayNotReviewByTheApi() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        String task = world.task(number, HumanTaskKind.ReviewCase).id();

        Api.Answer answer =
                Api.asStaff(port, "li.officer").post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"AGREE\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("rule")).isIn("ROLE", "FOUR_EYES_INVESTIGATED");
        assertThat(answer.json().path("whoMay").toString()).contains("王慧琴");
        stillThere(number, HumanTaskKind.ReviewCase, task);
    }

    @Test
    void whoReviewedMayNotApprove() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        String task = world.task(number, HumanTaskKind.ApproveCase).id();

        assertThat(Api.asStaff(port, "wang.reviewer")
                        .post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"APPROVE\"}")
                        .status())
                .isEqualTo(403);
        stillThere(number, HumanTaskKind.ApproveCase, task);
    }

    @Test
    void oneApproverIsNotTwoLevels() {
        CaseNumber number = world.submitted(LoanRows.eligible().ofSize("小型").of("5000000.00"));
        world.investigated(number);
        world.decide(number, HumanTaskKind.CoInvestigateCase, "sun.officer", "AGREE");
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        await().until(() -> world.openTask(number, HumanTaskKind.ApproveCase)
                .filter(item -> item.level() == 2)
                .isPresent());

        Api.Answer second = Api.asStaff(port, "zhao.approver")
                .post(
                        "/api/v1/tasks/"
                                + world.task(number, HumanTaskKind.ApproveCase).id() + "/complete",
                        "{\"outcome\": \"APPROVE\"}");

        assertThat(second.status()).isEqualTo(403);
        assertThat(second.text("rule")).isEqualTo("FOUR_EYES_APPROVED");
    }

    @Test
    void theLeadIsNotHisOwnSecondInvestigator() {
        CaseNumber number = world.submitted(LoanRows.eligible().ofSize("小型").of("5000000.00"));
        world.investigated(number);
        String task = world.task(number, HumanTaskKind.CoInvestigateCase).id();

        assertThat(Api.asStaff(port, "li.officer")
                        .post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"AGREE\"}")
                        .text("rule"))
                .isEqualTo("FOUR_EYES_INVESTIGATED");
        stillThere(number, HumanTaskKind.CoInvestigateCase, task);
    }

    @Test
    void theDeskRefusesWithTheRuleAndKeepsWhatWasTyped() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        String task = world.task(number, HumanTaskKind.ApproveCase).id();
        DeskSession reviewer = new DeskSession(port, "wang.reviewer");

        var answer = reviewer.submit(
                "/desk/tasks/" + task, "/desk/tasks/" + task + "/complete", "outcome=APPROVE&comment=kept-words");

        assertThat(answer.body()).contains("kept-words").contains("赵明辉");
        stillThere(number, HumanTaskKind.ApproveCase, task);
    }

    @Test
    void aReviewerHasNoDoorToCockpitsApi() {
        DeskSession reviewer = new DeskSession(port, "wang.reviewer");

        assertThat(reviewer.get(engineApi() + "/task").statusCode()).isEqualTo(403);
        assertThat(reviewer.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorCannotCompleteATaskThroughCockpitsApi() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        String task = world.task(number, HumanTaskKind.ReviewCase).id();
        DeskSession admin = new DeskSession(port, "admin");
        assertThat(admin.get(engineApi() + "/task/" + task).statusCode())
                .as("he does reach the API")
                .isEqualTo(200);

        assertThat(admin.cockpit(engine.getName(), "POST", "/task/" + task + "/complete", "{}")
                        .statusCode())
                .isIn(400, 500);
        stillThere(number, HumanTaskKind.ReviewCase, task);
    }

    @Test
    void norByAnErrorNorByAModificationNorByDeletingTheCase() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        String task = world.task(number, HumanTaskKind.ReviewCase).id();
        String instance = world.instance(number);
        DeskSession admin = new DeskSession(port, "admin");

        int error = admin.cockpit(
                        engine.getName(), "POST", "/task/" + task + "/bpmnError", "{\"errorCode\": \"CASE_REFUSED\"}")
                .statusCode();
        int modification = admin.cockpit(
                        engine.getName(),
                        "POST",
                        "/process-instance/" + instance + "/modification",
                        "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"Task_ReviewCase\"},"
                                + " {\"type\": \"startBeforeActivity\", \"activityId\": \"Task_ApproveCase\"}]}")
                .statusCode();
        int deletion = admin.cockpit(engine.getName(), "DELETE", "/process-instance/" + instance, "")
                .statusCode();

        for (int status : new int[] {error, modification, deletion}) {
            assertThat(status)
                    .as("refused by the guard, not for want of a right or a token")
                    .isIn(400, 500);
        }
        stillThere(number, HumanTaskKind.ReviewCase, task);
    }

    @Test
    void aChangedVariableMovesNoDecision() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        DeskSession admin = new DeskSession(port, "admin");
        String instance = world.instance(number);

        for (String variable : new String[] {"outcome", "approved", "stillEligible", "reviewOutcome"}) {
            int status = admin.cockpit(
                            engine.getName(),
                            "PUT",
                            "/process-instance/" + instance + "/variables/" + variable,
                            "{\"value\": true, \"type\": \"Boolean\"}")
                    .statusCode();
            assertThat(status).as("the variable was set").isEqualTo(204);
        }

        assertThat(world.read(number).state()).isEqualTo(CaseState.IN_REVIEW);
        world.correct(number, HumanTaskKind.ReviewCase, "wang.reviewer", "id-card");
        world.awaitState(number, CaseState.COLLECTING);
    }

    @Test
    void startingTheRenewalStepByModificationIsAnIncidentForWantOfDecisions() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        String instance = world.instance(number);
        DeskSession admin = new DeskSession(port, "admin");

        int status = admin.cockpit(
                        engine.getName(),
                        "POST",
                        "/process-instance/" + instance + "/modification",
                        "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\":"
                                + " \"Task_RenewWhitelistEntry\"}]}")
                .statusCode();

        assertThat(status).as("the step was started").isEqualTo(204);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> processes
                        .createIncidentQuery()
                        .processInstanceId(instance)
                        .activityId("Task_RenewWhitelistEntry")
                        .list()
                        .stream()
                        .anyMatch(incident -> incident.getIncidentMessage().contains("is not in renewal")));
        assertThat(world.read(number).state()).isNotEqualTo(CaseState.RENEWED);
    }

    @Test
    void whoHandedInForTheBorrowerIsNotHisReviewer() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        world.handIn(number, new MaterialCode("id-card"));
        Api reviewer = Api.asStaff(port, "wang.reviewer");
        assertThat(reviewer.upload(
                                "/api/v1/renewals/" + number + "/documents",
                                "photo.jpg",
                                new byte[] {1},
                                "material=financials")
                        .status())
                .isEqualTo(202);
        world.handInEverything(number);
        world.submit(number);
        world.investigated(number);
        String task = world.task(number, HumanTaskKind.ReviewCase).id();

        Api.Answer answer = reviewer.post("/api/v1/tasks/" + task + "/complete", "{\"outcome\": \"AGREE\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("rule")).isEqualTo("FOUR_EYES_UPLOADED");
    }

    @Test
    void aCaseOfAnotherBranchIsNotThere() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        String task = world.task(number, HumanTaskKind.ReviewCase).id();
        Api stranger = Api.asStaff(port, "chen.officer");

        assertThat(stranger.get("/api/v1/renewals/" + number).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/tasks/" + task).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/renewals/" + number + "/evidence").status())
                .isEqualTo(404);
    }
}
