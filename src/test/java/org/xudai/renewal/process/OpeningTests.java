package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.kernel.CaseNumber;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.PartyRole;
import org.xudai.notices.NoticeKind;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.TestOutbox;

@RunningXudai
class OpeningTests {

    @Autowired
    CaseWorld world;

    @Autowired
    Renewals renewals;

    @Autowired
    TestOutbox.Sent sent;

    @Autowired
    MovableClock clock;

    @Test
    void anEligibleLoanIsInvitedAtOnceWithItsFormsMade() {
        CaseNumber number = world.collecting(LoanRows.eligible());

        assertThat(renewals.checklist(number))
                .extracting(material -> material.code().value())
                .containsExactly(
                        "application",
                        "whitelist-confirmation",
                        "credit-authorization",
                        "id-card",
                        "business-licence",
                        "financials");
        assertThat(renewals.checklist(number).get(0).form()).isNotNull();
        await().untilAsserted(() -> assertThat(sent.of(number.value()))
                .extracting(message -> message.kind())
                .contains(NoticeKind.INVITATION));
        assertThat(sent.link(number.value())).isPresent();
    }

    @Test
    void theDeadlinesCountBackFromTheEarlierOfEntryAndMaturity() {
        var deadlines = world.deadlines(world.collecting(LoanRows.eligible()));

        assertThat(deadlines.anchor()).isEqualTo("2027-01-12");
        assertThat(deadlines.reminders())
                .as("T-45 is 28 November, T-30 13 December, T-20 23 December, at nine in Shanghai")
                .containsExactly(
                        Instant.parse("2026-11-28T01:00:00Z"),
                        Instant.parse("2026-12-13T01:00:00Z"),
                        Instant.parse("2026-12-23T01:00:00Z"));
        assertThat(deadlines.hardStopAt()).isEqualTo(Instant.parse("2027-01-11T09:00:00Z"));
    }

    @Test
    void openedAtTMinus20ItRemindsOnlyOfWhatIsStillToCome() {
        var deadlines = world.deadlines(world.collecting(LoanRows.eligible().entryEndingIn(20)));

        assertThat(deadlines.reminders()).as("nine o'clock of T-20 has passed").isEmpty();
    }

    @Test
    void openedAtTMinus5SomebodyDecidesBeforeAnythingIsSent() {
        CaseNumber number = world.opened(LoanRows.eligible().entryEndingIn(5));

        world.task(number, HumanTaskKind.DecideException);
        assertThat(world.read(number).state()).isEqualTo(CaseState.OPENED);
        assertThat(sent.of(number.value()))
                .extracting(message -> message.kind())
                .doesNotContain(NoticeKind.INVITATION);

        world.decide(number, HumanTaskKind.DecideException, "wu.head", "GRANT");
        world.awaitState(number, CaseState.COLLECTING);
        world.task(number, HumanTaskKind.CallBorrower);
    }

    @Test
    void aLoanTheRulesForbidWaitsForTheBranchHeadAndIsToldWhenHeRefuses() {
        CaseNumber number = world.opened(LoanRows.eligible().classified("关注"));

        world.decide(number, HumanTaskKind.DecideException, "wu.head", "REFUSE");
        world.awaitState(number, CaseState.NOT_ELIGIBLE);
        await().untilAsserted(() -> assertThat(sent.of(number.value()))
                .extracting(message -> message.kind())
                .contains(NoticeKind.NOT_ELIGIBLE));
    }

    @Test
    void anExceptionGrantedLetsTheCaseGoOn() {
        CaseNumber number = world.opened(LoanRows.eligible().overdue(3));

        world.decide(number, HumanTaskKind.DecideException, "wu.head", "GRANT");
        world.awaitState(number, CaseState.COLLECTING);
    }

    @Test
    void onlyTheBranchHeadDecidesOnExceptions() {
        CaseNumber number = world.opened(LoanRows.eligible().overdue(3));

        assertThat(world.tryTo(
                        number,
                        HumanTaskKind.DecideException,
                        "li.officer",
                        new org.xudai.review.Decision("GRANT", "", List.of(), null, null)))
                .isPresent();
        assertThat(world.openTask(number, HumanTaskKind.DecideException)).isPresent();
    }

    @Test
    void anEndedEntryIsReadmittedAndCountsFromMaturity() {
        CaseNumber number = world.collecting(LoanRows.eligible().entryEndingIn(-3));

        assertThat(world.read(number).readmission()).isTrue();
        assertThat(world.deadlines(number).anchor())
                .isEqualTo(world.read(number).maturesOn());
    }

    @Test
    void aSecuredLoanAsksWhomToRegisterFirst() {
        LoanRows row = LoanRows.eligible().ofProduct("网贷通");
        world.imported(row);

        assertThat(renewals.open(row.loan(), List.of(), world.staff("li.officer")))
                .isInstanceOf(Renewals.Opening.PartiesMissing.class);

        NewParty guarantor =
                new NewParty(PartyRole.GUARANTOR, "林志强", "11010519491231002X", "19912345678", null, null, false);
        assertThat(renewals.open(row.loan(), List.of(guarantor), world.staff("li.officer")))
                .isInstanceOf(Renewals.Opening.Opened.class);
        CaseNumber number = renewals.openCaseOf(row.loan()).orElseThrow();
        world.awaitState(number, CaseState.COLLECTING);
        assertThat(renewals.checklist(number))
                .filteredOn(material -> material.code().value().equals("guarantor-consent"))
                .singleElement()
                .satisfies(consent -> assertThat(consent.signers()).hasSize(1));
    }

    @Test
    void aSecondCaseForTheSameLoanIsNotOpened() {
        LoanRows row = LoanRows.eligible();
        CaseNumber first = world.opened(row);

        assertThat(renewals.open(row.loan(), List.of(), world.staff("li.officer")))
                .isEqualTo(new Renewals.Opening.AlreadyOpen(first));
    }

    @Test
    void aLoanOfAnotherBranchIsAsIfItDidNotExist() {
        LoanRows row = LoanRows.eligible().atBranch("35010201");
        world.imported(row);

        assertThat(renewals.open(row.loan(), List.of(), world.staff("li.officer")))
                .isInstanceOf(Renewals.Opening.UnknownLoan.class);
    }

    @Test
    void aContactWhoIsNotTheSignerIsInvitedAndTheSignerHasNoNumberToSignWith() {
        CaseNumber number = world.collecting(LoanRows.eligible().signedBy("陈茂生", "陈晓雯"));

        assertThat(renewals.parties(number))
                .filteredOn(party -> party.party().is(PartyRole.CONTACT))
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.invited()).isTrue();
                    assertThat(contact.seesAll()).isTrue();
                    assertThat(contact.party().standing().mayConfirmSignature()).isFalse();
                });
        assertThat(renewals.parties(number))
                .filteredOn(party -> party.party().is(PartyRole.SIGNER))
                .singleElement()
                .satisfies(signer -> assertThat(signer.party().mobile()).isNull());
    }
}
