package org.xudai.renewal.process;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.loanbook.LoanBook;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.CaseSteps;
import org.xudai.renewal.ExceptionGround;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** The last step against a core system that is a local server. */
@RunningXudai
class RenewalOfEntryTests {

    private static final WireMockServer CORE = new WireMockServer(options().dynamicPort());

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    LoanBook loans;

    @Autowired
    RuntimeService processes;

    @Autowired
    ManagementService jobs;

    @DynamicPropertySource
    static void core(DynamicPropertyRegistry properties) {
        CORE.start();
        properties.add("xudai.core-banking.url", CORE::baseUrl);
        properties.add("xudai.core-banking.key", () -> "core-key");
        properties.add("xudai.core-banking.timeout", () -> "PT1S");
        properties.add("xudai.engine.retry", () -> "PT1S,PT1S");
    }

    @AfterAll
    static void stop() {
        CORE.stop();
    }

    @BeforeEach
    void coreForgets() {
        CORE.resetAll();
    }

    private static void coreRenews() {
        CORE.stubFor(put(anyUrl()).willReturn(okJson("""
                        {"reference": "CORE-1", "validFrom": "2027-01-13", "validUntil": "2028-01-12"}""")));
    }

    private static void coreAnswers(int status, String body) {
        CORE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private CaseNumber approved(LoanRows row) {
        CaseNumber number = world.inApproval(row);
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        return number;
    }

    private Incident incident(CaseNumber number) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> processes.createIncidentQuery().processInstanceId(world.instance(number)).list().stream()
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    @Test
    void theCoreSystemIsAskedWithTheCaseAsIdempotencyKeyAndItsDatesAreKept() {
        coreRenews();
        LoanRows row = LoanRows.eligible();
        CaseNumber number = approved(row);

        world.awaitState(number, CaseState.RENEWED);
        CORE.verify(
                1,
                putRequestedFor(urlEqualTo("/whitelist-entries/" + row.number()))
                        .withHeader("Idempotency-Key", equalTo(number + "/" + row.number()))
                        .withHeader("Authorization", equalTo("Bearer core-key")));
        assertThat(loans.find(row.loan()).orElseThrow().whitelistEnd()).isEqualTo("2028-01-12");
    }

    @Test
    void aCoreSystemThatAnswers500LeavesAnIncidentAndRepairedTheCaseEndsRenewedOnce() {
        coreAnswers(500, "");
        LoanRows row = LoanRows.eligible();
        CaseNumber number = approved(row);

        Incident incident = incident(number);
        assertThat(incident.getActivityId()).isEqualTo("Task_RenewWhitelistEntry");
        assertThat(world.read(number).state()).isEqualTo(CaseState.RENEWING);
        assertThat(renewals.withdraw(number, Actor.system("test"), "")).isFalse();

        CORE.resetAll();
        coreRenews();
        jobs.setJobRetries(incident.getConfiguration(), 1);

        world.awaitState(number, CaseState.RENEWED);
        CORE.verify(1, putRequestedFor(urlEqualTo("/whitelist-entries/" + row.number())));
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainUnderTheSameKey() {
        CORE.stubFor(put(anyUrl())
                .inScenario("lost")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withFixedDelay(3000).withStatus(200))
                .willSetStateTo("known"));
        CORE.stubFor(
                put(anyUrl()).inScenario("lost").whenScenarioStateIs("known").willReturn(okJson("""
                        {"reference": "CORE-2", "validFrom": "2027-01-13", "validUntil": "2028-01-12"}""")));
        LoanRows row = LoanRows.eligible();
        CaseNumber number = approved(row);

        world.awaitState(number, CaseState.RENEWED);
        CORE.verify(
                2,
                putRequestedFor(urlEqualTo("/whitelist-entries/" + row.number()))
                        .withHeader("Idempotency-Key", equalTo(number + "/" + row.number())));
    }

    @Test
    void aRefusalOfTheCoreSystemIsATurnThatTheBranchHeadDecides() {
        coreAnswers(422, "{\"reason\": \"客户已冻结\"}");
        LoanRows row = LoanRows.eligible();
        CaseNumber number = approved(row);
        world.task(number, HumanTaskKind.DecideException);
        assertThat(renewals.exceptionGround(number))
                .isEqualTo(new ExceptionGround(CaseSteps.ExceptionCause.CORE_REFUSED, List.of(), "客户已冻结"));

        CORE.resetAll();
        coreRenews();
        world.decide(number, HumanTaskKind.DecideException, "wu.head", "GRANT");

        world.awaitState(number, CaseState.RENEWED);
    }

    @Test
    void aRefusalThatStandsEndsTheCaseAsRefused() {
        coreAnswers(403, "{\"reason\": \"客户已冻结\"}");
        CaseNumber number = approved(LoanRows.eligible());
        world.decide(number, HumanTaskKind.DecideException, "wu.head", "REFUSE");

        world.awaitState(number, CaseState.REFUSED);
    }

    @Test
    void stillInRetryAtTheHardStopTheBranchHeadIsAskedToAttend() {
        coreAnswers(503, "");
        CaseNumber number = approved(LoanRows.eligible());
        Incident incident = incident(number);

        world.fire(number, "StartEvent_RenewalStuck");
        world.task(number, HumanTaskKind.AttendRenewal);

        CORE.resetAll();
        coreRenews();
        jobs.setJobRetries(incident.getConfiguration(), 1);
        world.awaitState(number, CaseState.RENEWED);
        assertThat(world.openTask(number, HumanTaskKind.AttendRenewal)).isEmpty();
    }

    @Test
    void anEligibilityThatChangedAfterApprovalIsAnIncidentAndNothingIsRenewed() {
        coreAnswers(500, "");
        LoanRows row = LoanRows.eligible();
        CaseNumber number = approved(row);
        Incident incident = incident(number);
        CORE.resetAll();
        coreRenews();
        world.imported(row.classified("次级"));

        jobs.setJobRetries(incident.getConfiguration(), 1);

        await().untilAsserted(() -> assertThat(incident(number).getIncidentMessage())
                .contains("no longer eligible")
                .contains("CLASSIFICATION"));
        CORE.verify(0, putRequestedFor(urlEqualTo("/whitelist-entries/" + row.number())));
    }
}
