package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.audit.Actor;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.notices.NoticeKind;
import org.xudai.notices.Notices;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningXudai;

@RunningXudai
class CollectionTests {

    private static final Actor BORROWER = Actor.system("test");

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    Notices notices;

    @Autowired
    MovableClock clock;

    private List<NoticeKind> told(CaseNumber number) {
        return notices.ofCase(number).stream().map(notice -> notice.kind()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "BoundaryEvent_Reminder1, 2026-11-28T01:00:01Z",
        "BoundaryEvent_Reminder2, 2026-12-13T01:00:01Z",
        "BoundaryEvent_Reminder3, 2026-12-23T01:00:01Z"
    })
    void aReminderGoesOutOnceAtItsMoment(String timer, Instant moment) {
        CaseNumber number = world.collecting(LoanRows.eligible());
        clock.set(moment);

        world.fire(number, timer);

        await().untilAsserted(() -> assertThat(told(number)).contains(NoticeKind.REMINDER));
        assertThat(told(number).stream().filter(kind -> kind == NoticeKind.REMINDER))
                .as("one by SMS, one by mail")
                .hasSize(2);
        assertThat(world.read(number).state()).isEqualTo(CaseState.COLLECTING);
    }

    @Test
    void aReminderWhoseMomentLayBeforeTheCaseCameHereSendsNothing() {
        CaseNumber number = world.collecting(LoanRows.eligible().entryEndingIn(25));

        await().untilAsserted(() -> assertThat(told(number)).contains(NoticeKind.INVITATION));
        assertThat(told(number)).doesNotContain(NoticeKind.REMINDER);
    }

    @Test
    void atTMinus10TheManagerIsAskedToCallOnceForTheCase() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        world.fire(number, "StartEvent_EscalationDue");

        world.decide(number, HumanTaskKind.CallBorrower, "li.officer", "NO_ANSWER");

        assertThat(world.openTask(number, HumanTaskKind.CallBorrower)).isEmpty();
        assertThat(world.read(number).state()).isEqualTo(CaseState.COLLECTING);
    }

    @Test
    void aBorrowerWhoAsksForHelpIsCalledAndMayAskAgain() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        var party = renewals.parties(number).get(0).party().id();

        assertThat(renewals.requestGuidance(number, party, "")).isTrue();
        world.decide(number, HumanTaskKind.GuideBorrower, "he.hotline", "DONE");
        assertThat(renewals.requestGuidance(number, party, "")).isTrue();
        world.task(number, HumanTaskKind.GuideBorrower);
        assertThat(world.read(number).state()).isEqualTo(CaseState.COLLECTING);
    }

    @Test
    void submittingIsRefusedWhileMaterialsAreMissing() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        world.handIn(number, new MaterialCode("id-card"));

        Renewals.Submitting result = renewals.submit(number, BORROWER);

        assertThat(result).isInstanceOf(Renewals.Submitting.Missing.class);
        assertThat(((Renewals.Submitting.Missing) result).materials())
                .extracting(MaterialCode::value)
                .contains("application", "financials");
    }

    @Test
    void submittingEndsCallsAndGuidanceStillOpen() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        renewals.requestGuidance(number, renewals.parties(number).get(0).party().id(), "");
        world.task(number, HumanTaskKind.GuideBorrower);
        world.handInEverything(number);

        world.submit(number);

        world.awaitState(number, CaseState.IN_INVESTIGATION);
        assertThat(world.openTask(number, HumanTaskKind.GuideBorrower)).isEmpty();
    }

    @Test
    void aCorrectionOpensTheNamedMaterialsAlone() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        world.correct(number, HumanTaskKind.InvestigateCase, "li.officer", "id-card");
        world.awaitState(number, CaseState.COLLECTING);

        assertThat(renewals.checklist(number))
                .filteredOn(material -> material.state() == MaterialState.CORRECTION)
                .extracting(material -> material.code().value())
                .containsExactly("id-card");
        assertThat(renewals.takesDocuments(number, new MaterialCode("id-card"))).isTrue();
        assertThat(renewals.takesDocuments(number, new MaterialCode("financials")))
                .isFalse();
        await().untilAsserted(() -> assertThat(told(number)).contains(NoticeKind.CORRECTION));

        world.handInEverything(number);
        world.submit(number);
        world.awaitState(number, CaseState.IN_INVESTIGATION);
    }

    @Test
    void theBorrowerMayWithdrawWhileCollecting() {
        CaseNumber number = world.collecting(LoanRows.eligible());

        assertThat(renewals.withdraw(number, BORROWER, "不办了")).isTrue();

        world.awaitState(number, CaseState.WITHDRAWN);
        assertThat(renewals.withdraw(number, BORROWER, "")).isFalse();
        assertThat(renewals.openCaseOf(world.read(number).loans().get(0))).isEmpty();
    }

    @Test
    void withdrawingInReviewTakesTheTaskOffTheList() {
        CaseNumber number = world.inReview(LoanRows.eligible());

        assertThat(renewals.withdraw(number, BORROWER, "")).isTrue();

        world.awaitState(number, CaseState.WITHDRAWN);
        assertThat(world.openTask(number, HumanTaskKind.ReviewCase)).isEmpty();
    }

    @Test
    void aLoanSettledElsewhereEndsTheCase() {
        CaseNumber number = world.collecting(LoanRows.eligible());

        assertThat(renewals.loanSettled(number, BORROWER)).isTrue();

        world.awaitState(number, CaseState.SETTLED);
    }

    @Test
    void atTheHardStopTheBranchHeadExtendsAndTheCaseGoesOnWhereItWas() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        clock.advance(Duration.ofDays(49));
        world.fire(number, "BoundaryEvent_HardStop");
        assertThat(world.openTask(number, HumanTaskKind.ReviewCase)).isEmpty();

        world.decide(number, HumanTaskKind.DecideOverdueCase, "wu.head", "EXTEND");

        world.task(number, HumanTaskKind.ReviewCase);
        assertThat(world.deadlines(number).hardStopAt()).isAfter(clock.instant());
        await().untilAsserted(() -> assertThat(told(number)).contains(NoticeKind.EXTENDED));
    }

    @Test
    void aHomeVisitReopensTheCollectionAndRemindersOfTheFirstTimeStaySilent() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        world.fire(number, "StartEvent_EscalationDue");
        world.decide(number, HumanTaskKind.CallBorrower, "li.officer", "DONE");
        clock.set(Instant.parse("2027-01-03T02:00:00Z"));
        world.fire(number, "BoundaryEvent_HardStop");

        world.decide(number, HumanTaskKind.DecideOverdueCase, "wu.head", "VISIT");

        await().until(() -> world.read(number).state() == CaseState.COLLECTING
                && world.openTask(number, HumanTaskKind.DecideOverdueCase).isEmpty());
        world.timer(number, "BoundaryEvent_Reminder3");
        world.fire(number, "BoundaryEvent_Reminder3");
        assertThat(told(number)).as("re-entered at T-9").doesNotContain(NoticeKind.REMINDER);
        world.fire(number, "StartEvent_EscalationDue");
        assertThat(world.openTask(number, HumanTaskKind.CallBorrower)).isEmpty();
    }

    @Test
    void anOverdueCaseMayBeClosed() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        world.fire(number, "BoundaryEvent_HardStop");

        world.decide(number, HumanTaskKind.DecideOverdueCase, "wu.head", "CLOSE");

        world.awaitState(number, CaseState.LAPSED);
        await().untilAsserted(() -> assertThat(told(number)).contains(NoticeKind.LAPSED));
    }

    @Test
    void anOverdueCaseMayStillBeWithdrawn() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        world.fire(number, "BoundaryEvent_HardStop");
        world.task(number, HumanTaskKind.DecideOverdueCase);

        assertThat(renewals.withdraw(number, BORROWER, "")).isTrue();

        world.awaitState(number, CaseState.WITHDRAWN);
        assertThat(world.openTask(number, HumanTaskKind.DecideOverdueCase)).isEmpty();
    }
}
