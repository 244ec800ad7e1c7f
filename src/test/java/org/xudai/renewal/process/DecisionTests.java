package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.audit.Actor;
import org.xudai.audit.AuditTrail;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.LoanBook;
import org.xudai.notices.NoticeKind;
import org.xudai.notices.Notices;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

@RunningXudai
class DecisionTests {

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    LoanBook loans;

    @Autowired
    Notices notices;

    @Autowired
    AuditTrail trail;

    @Test
    void investigationReviewAndApprovalRenewTheEntryForAYearAfterItsEnd() {
        LoanRows row = LoanRows.eligible();
        CaseNumber number = world.inApproval(row);
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");

        world.awaitState(number, CaseState.RENEWED);
        var loan = loans.find(row.loan()).orElseThrow();
        assertThat(loan.whitelistEnd()).isEqualTo(row.whitelistEnd().plusYears(1));
        assertThat(loan.contract()).isEqualTo(ContractState.UNSIGNED);
        assertThat(trail.verify(number).holds()).isTrue();
        await().untilAsserted(() -> assertThat(notices.ofCase(number))
                .filteredOn(notice -> notice.kind() == NoticeKind.RENEWED)
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.text()).contains("签订新的借款合同")));
    }

    @Test
    void anInvestigationThatRefusesEndsTheCaseAndTellsTheBorrower() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        world.decide(number, HumanTaskKind.InvestigateCase, "li.officer", "REFUSE");

        world.awaitState(number, CaseState.REFUSED);
        assertThat(notices.ofCase(number)).extracting(notice -> notice.kind()).contains(NoticeKind.REFUSED);
    }

    @Test
    void aboveThreeMillionASecondPersonInvestigatesAndTwoApprove() {
        CaseNumber number = world.submitted(LoanRows.eligible().ofSize("小型").of("3000000.01"));
        world.investigated(number);
        world.decide(number, HumanTaskKind.CoInvestigateCase, "sun.officer", "AGREE");
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        await().until(() -> world.openTask(number, HumanTaskKind.ApproveCase)
                .filter(item -> item.level() == 2)
                .isPresent());
        assertThat(world.read(number).state()).isEqualTo(CaseState.IN_APPROVAL);

        world.decide(number, HumanTaskKind.ApproveCase, "qian.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);
    }

    @Test
    void aSecondInvestigatorMayReturnTheCaseToTheLead() {
        CaseNumber number = world.submitted(LoanRows.eligible().ofSize("小型").of("5000000.00"));
        world.investigated(number);
        world.decide(number, HumanTaskKind.CoInvestigateCase, "sun.officer", "RETURN");

        world.task(number, HumanTaskKind.InvestigateCase);
    }

    @Test
    void upToThreeMillionOneApprovalIsEnough() {
        CaseNumber number = world.submitted(LoanRows.eligible().ofSize("小型").of("3000000.00"));
        world.investigated(number);

        world.task(number, HumanTaskKind.ReviewCase);
        assertThat(world.openTask(number, HumanTaskKind.CoInvestigateCase)).isEmpty();
    }

    @Test
    void aReviewMayReturnTheCaseToTheInvestigation() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "RETURN");

        world.awaitState(number, CaseState.IN_INVESTIGATION);
        world.task(number, HumanTaskKind.InvestigateCase);
    }

    @Test
    void aReviewMaySendTheCaseBackToTheBorrower() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        world.correct(number, HumanTaskKind.ReviewCase, "wang.reviewer", "financials");

        world.awaitState(number, CaseState.COLLECTING);
        assertThat(world.read(number).round()).isEqualTo(2);
    }

    @Test
    void aReviewMayRefuse() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "REFUSE");

        world.awaitState(number, CaseState.REFUSED);
    }

    @Test
    void aReviewOverItsTimeIsToldToTheBranchHeadAndGoesOn() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        world.fire(number, "BoundaryEvent_ReviewOverdue");

        await().untilAsserted(() -> assertThat(trail.entriesOf(number))
                .extracting(entry -> entry.act())
                .contains("renewal.review-overdue"));
        world.task(number, HumanTaskKind.ReviewCase);
    }

    @Test
    void aLoanThatFallsIntoArrearsDuringReviewGoesBackToTheReviewerWithTheDifferenceNamed() {
        LoanRows row = LoanRows.eligible();
        CaseNumber number = world.inReview(row);
        world.imported(row.overdue(5));
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");

        await().untilAsserted(() -> assertThat(trail.entriesOf(number))
                .filteredOn(entry -> entry.act().equals("renewal.eligibility-changed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("reasons", "OVERDUE")));
        world.task(number, HumanTaskKind.ReviewCase);

        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.awaitState(number, CaseState.IN_APPROVAL);
    }

    @Test
    void anApproverMayReturnTheCaseToTheReview() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "RETURN");

        world.awaitState(number, CaseState.IN_REVIEW);
    }

    @Test
    void anApproverMayRefuse() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "REFUSE");

        world.awaitState(number, CaseState.REFUSED);
    }

    @Test
    void changedTermsWaitForTheSignerAndRenewOnceHeAccepts() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.approveOther(number, "zhao.approver", new Terms(Money.of("200000.00"), 12, "追加保证人"));
        world.awaitState(number, CaseState.AWAITING_TERMS);
        assertThat(notices.ofCase(number)).extracting(notice -> notice.kind()).contains(NoticeKind.TERMS_CHANGED);

        assertThat(renewals.answerTerms(number, true, Actor.system("test"))).isTrue();

        world.awaitState(number, CaseState.RENEWED);
        assertThat(world.read(number).approved()).isEqualTo(new Terms(Money.of("200000.00"), 12, "追加保证人"));
    }

    @Test
    void anOfficerNotesAYesToChangedTermsOnTheSignedPaperOnly() {
        Actor officer = Actor.staff(new StaffId("li.officer"));
        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.passAMinute();
        world.approveOther(number, "zhao.approver", new Terms(Money.of("200000.00"), 12, ""));
        world.awaitState(number, CaseState.AWAITING_TERMS);

        assertThat(renewals.answerTerms(number, true, officer)).isFalse();
        assertThat(renewals.hasTermsPaper(number)).isFalse();
        assertThat(world.read(number).state()).isEqualTo(CaseState.AWAITING_TERMS);

        world.passAMinute();
        world.handIn(number, new MaterialCode("application"));
        world.awaitVerdicts(number);
        assertThat(renewals.answerTerms(number, true, officer)).isTrue();
        world.awaitState(number, CaseState.RENEWED);
    }

    @Test
    void changedTermsThatTheSignerDeclinesGoBackToTheInvestigation() {
        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.approveOther(number, "zhao.approver", new Terms(Money.of("200000.00"), 12, ""));
        world.awaitState(number, CaseState.AWAITING_TERMS);

        assertThat(renewals.answerTerms(number, false, Actor.system("test"))).isTrue();

        world.awaitState(number, CaseState.IN_INVESTIGATION);
        assertThat(renewals.answerTerms(number, true, Actor.system("test"))).isFalse();
    }

    @Test
    void lesserTermsOfTheSecondLevelNeedNoThirdPerson() {
        CaseNumber number = world.submitted(LoanRows.eligible().ofSize("小型").of("5000000.00"));
        world.investigated(number);
        world.decide(number, HumanTaskKind.CoInvestigateCase, "sun.officer", "AGREE");
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        await().until(() -> world.openTask(number, HumanTaskKind.ApproveCase)
                .filter(item -> item.level() == 2)
                .isPresent());
        world.approveOther(number, "qian.approver", new Terms(Money.of("4000000.00"), 12, ""));
        world.awaitState(number, CaseState.AWAITING_TERMS);

        renewals.answerTerms(number, true, Actor.system("test"));

        world.awaitState(number, CaseState.RENEWED);
    }

    @Test
    void theSameDecisionSentTwiceIsHarmless() {
        CaseNumber number = world.inReview(LoanRows.eligible());
        var task = world.task(number, HumanTaskKind.ReviewCase);
        world.decide(number, HumanTaskKind.ReviewCase, "wang.reviewer", "AGREE");

        assertThat(world.worklist()
                        .complete(
                                task.id(),
                                new org.xudai.review.Decision("AGREE", "", List.of(), null, null),
                                world.staff("wang.reviewer")))
                .isEmpty();
    }
}
