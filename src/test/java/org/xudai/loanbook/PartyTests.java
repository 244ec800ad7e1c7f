package org.xudai.loanbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.loanbook.LoanBookFixture.LOAN;
import static org.xudai.loanbook.LoanBookFixture.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xudai.audit.Actor;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MobileNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports.ImportReport;

/** Who belongs to a loan, and whose number may confirm a signature. */
class PartyTests {

    private static final StaffId LI = new StaffId("li.officer");
    private static final StaffId SUN = new StaffId("sun.officer");
    private static final MobileNumber OTHER = new MobileNumber("19900000999");

    private final LoanBookFixture it = new LoanBookFixture();

    @Test
    void whereContactAndSignerAreOnePersonTheImportedNumberIsTheSigners() {
        it.importing(file(Map.of()));
        assertThat(it.parties.ofLoan(LOAN)).singleElement().satisfies(chen -> {
            assertThat(chen.standing().mayConfirmSignature()).isTrue();
            assertThat(chen.mobile()).isEqualTo(new MobileNumber("19900000117"));
        });
    }

    @Test
    void whereTheyDifferTheNumberIsTheContactsAndTheSignerHasNone() {
        it.importing(file(Map.of(LoanColumn.CONTACT, "林小芳")));
        assertThat(it.party("陈志明").mobile()).isNull();
        assertThat(it.party("陈志明").standing().mayConfirmSignature()).isFalse();
        assertThat(it.party("林小芳").mobile()).isEqualTo(new MobileNumber("19900000117"));
        assertThat(it.party("林小芳").standing().mayConfirmSignature()).isFalse();
    }

    @Test
    void aNumberIsVerifiedByTwoOfficersNotByOneTwice() {
        it.importing(file(Map.of(LoanColumn.CONTACT, "林小芳")));
        var chen = it.party("陈志明").id();
        assertThat(it.parties.confirmNumber(chen, SUN)).isFalse();

        it.parties.noteCallBack(chen, OTHER, LI);
        assertThat(it.party("陈志明").standing().mayConfirmSignature()).isFalse();
        assertThat(it.party("陈志明").sendingPausedUntil())
                .isEqualTo(it.clock.instant().plus(Duration.ofDays(1)));
        assertThat(it.parties.confirmNumber(chen, LI)).isFalse();
        assertThat(it.parties.confirmNumber(chen, SUN)).isTrue();
        assertThat(it.party("陈志明").standing()).isEqualTo(NumberStanding.TWO_OFFICERS);
    }

    @Test
    void aNumberThatAFileChangesMayNotSignAndRestsForADay() {
        it.importing(file(Map.of()));
        it.events.clear();

        it.importing(file(Map.of(LoanColumn.MOBILE, OTHER.value())));

        Party chen = it.party("陈志明");
        assertThat(chen.mobile()).isEqualTo(OTHER);
        assertThat(chen.standing()).isEqualTo(NumberStanding.UNVERIFIED);
        assertThat(chen.sendingPausedUntil()).isEqualTo(it.clock.instant().plus(Duration.ofDays(1)));
        assertThat(it.events)
                .anyMatch(event ->
                        event instanceof PartyChanged changed && changed.act().equals("loanbook.number-entered"));
    }

    @Test
    void aFileDoesNotReplaceANumberThatTwoOfficersVerified() {
        it.importing(file(Map.of()));
        var chen = it.party("陈志明").id();
        it.parties.noteCallBack(chen, OTHER, LI);
        it.parties.confirmNumber(chen, SUN);

        it.importing(file(Map.of(LoanColumn.BALANCE, "1.00")));

        assertThat(it.party("陈志明").mobile()).isEqualTo(OTHER);
        assertThat(it.party("陈志明").standing()).isEqualTo(NumberStanding.TWO_OFFICERS);
    }

    @Test
    void securityComesInByAFileOfItsOwn() throws IOException {
        it.importing(file(Map.of()));
        String parties = """
                借据号,角色,姓名,证件号码,手机号码,电子邮箱,配偶
                JJ2025000117,保证人,黄伟,440524188001010014,19900000201,,
                JJ2025000117,配偶,周敏,,19900000202,,黄伟
                JJ2025000117,邻居,吴明,,,,
                JJ2025999999,股东,吴明,,,,
                JJ2025000117,股东,吴明,110105194912310021,,,
                """;
        ImportReport report = importParties(parties);

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.rejected())
                .extracting(LoanImports.Rejection::problem)
                .containsExactlyInAnyOrder("role-unknown", "loan-unknown", "resident-id-wrong");
        assertThat(it.party("黄伟").roles()).containsExactly(PartyRole.GUARANTOR);
        assertThat(it.party("周敏").spouseOf()).isEqualTo(it.party("黄伟").id());
        assertThat(importParties(parties).unchanged()).isEqualTo(2);
    }

    @Test
    void aPartyWithWrongNumbersIsNotRegistered() {
        it.importing(file(Map.of()));
        List<FieldProblem> problems = it.parties.register(
                LOAN,
                List.of(new NewParty(PartyRole.GUARANTOR, " ", "110105194912310021", "12345", null, null, false)),
                Actor.staff(LI));
        assertThat(problems)
                .extracting(FieldProblem::problem)
                .containsExactly("name-missing", "resident-id-wrong", "mobile-wrong");
        assertThat(problems).noneMatch(problem -> problem.shown().contains("1105"));
        assertThat(it.parties.ofLoan(LOAN)).hasSize(1);
    }

    private ImportReport importParties(String text) throws IOException {
        return it.imports.importParties(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "parties", LoanBookFixture.MS_LI);
    }
}
