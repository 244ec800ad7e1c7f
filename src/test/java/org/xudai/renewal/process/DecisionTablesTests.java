package org.xudai.renewal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.kernel.Money;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseRules;
import org.xudai.testing.RunningXudai;

/** Both sides of every boundary in the bank's decision tables, asked through the engine. */
@RunningXudai
class DecisionTablesTests {

    private static final LocalDate SOON = LocalDate.of(2027, 1, 20);

    @Autowired
    CaseRules rules;

    private List<String> reasons(CaseRules.LoanFacts facts) {
        return rules.eligibility(facts).stream().map(CaseRules.Reason::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "?",
            value = {
                "false, 正常, 0, 小型, 2027-01-20, 58, false, ",
                "true, 正常, 0, 小型, 2027-01-20, 58, false, SETTLED",
                "?, 正常, 0, 小型, 2027-01-20, 58, false, SETTLED_UNKNOWN",
                "false, 关注, 0, 小型, 2027-01-20, 58, false, CLASSIFICATION",
                "false, 次级, 0, 小型, 2027-01-20, 58, false, CLASSIFICATION",
                "false, 可疑, 0, 小型, 2027-01-20, 58, false, CLASSIFICATION",
                "false, 损失, 0, 小型, 2027-01-20, 58, false, CLASSIFICATION",
                "false, 未分类, 0, 小型, 2027-01-20, 58, false, CLASSIFICATION_UNKNOWN",
                "false, ?, 0, 小型, 2027-01-20, 58, false, CLASSIFICATION_UNKNOWN",
                "false, 正常, 1, 小型, 2027-01-20, 58, false, OVERDUE",
                "false, 正常, ?, 小型, 2027-01-20, 58, false, OVERDUE_UNKNOWN",
                "false, 正常, 0, 微型, 2027-01-20, 58, false, ",
                "false, 正常, 0, 个体工商户, 2027-01-20, 58, false, ",
                "false, 正常, 0, 农户, 2027-01-20, 58, false, ",
                "false, 正常, 0, 大型, 2027-01-20, 58, false, SIZE",
                "false, 正常, 0, ?, 2027-01-20, 58, false, SIZE_UNKNOWN",
                "false, 正常, 0, 特大, 2027-01-20, 58, false, SIZE_UNKNOWN",
                "false, 正常, 0, 中型, 2027-09-29, 58, false, ",
                "false, 正常, 0, 中型, 2027-09-30, 58, false, MEDIUM_AFTER_2027",
                "false, 正常, 0, 小型, 2027-09-30, 58, false, ",
                "false, 正常, 0, 小型, 2027-01-20, 1, false, ",
                "false, 正常, 0, 小型, 2027-01-20, 0, false, MATURED",
                "false, 正常, 0, 小型, 2027-01-20, 90, false, ",
                "false, 正常, 0, 小型, 2027-01-20, 91, false, TOO_EARLY",
                "false, 正常, 0, 小型, 2027-01-20, ?, false, MATURITY_UNKNOWN",
                "false, 正常, 0, 小型, 2027-01-20, 58, true, ENTRY_ENDED"
            })
    void eligibilityNamesTheReasonAndUnknownIsNeverEligible(
            @Nullable Boolean settled,
            @Nullable String classification,
            @Nullable Integer overdue,
            @Nullable String size,
            LocalDate maturesOn,
            @Nullable Long days,
            Boolean ended,
            @Nullable String reason) {
        assertThat(reasons(new CaseRules.LoanFacts(settled, classification, overdue, size, maturesOn, days, ended)))
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void everyReasonIsNamedInTheOrderOfTheRules() {
        assertThat(reasons(new CaseRules.LoanFacts(true, "次级", 4, "大型", SOON, 0L, true)))
                .containsExactly("SETTLED", "CLASSIFICATION", "OVERDUE", "SIZE", "MATURED", "ENTRY_ENDED");
    }

    @Test
    void anEndedEntryIsANoteAndNoReason() {
        assertThat(rules.eligibility(new CaseRules.LoanFacts(false, "正常", 0, "小型", SOON, 58L, true)))
                .containsExactly(new CaseRules.Reason("ENTRY_ENDED", true));
    }

    private List<String> materials(boolean company, String amount, boolean secured, boolean contactSigns) {
        return rules.materials(new CaseRules.CaseFacts(company, Money.of(amount), secured, contactSigns)).stream()
                .map(rule -> rule.code().value())
                .toList();
    }

    @Test
    void everyCaseNeedsTheseSix() {
        assertThat(materials(false, "5000000.00", false, false))
                .containsExactly(
                        "application",
                        "whitelist-confirmation",
                        "credit-authorization",
                        "id-card",
                        "business-licence",
                        "financials");
    }

    @Test
    void companiesBringAResolutionFromOneMillionOn() {
        assertThat(materials(true, "999999.99", false, false)).doesNotContain("shareholder-resolution");
        assertThat(materials(true, "1000000.00", false, false)).contains("shareholder-resolution");
        assertThat(materials(false, "1000000.00", false, false)).doesNotContain("shareholder-resolution");
    }

    @Test
    void securityAndAContactWhoSignsAskForMore() {
        assertThat(materials(false, "1.00", true, false)).contains("guarantor-consent");
        assertThat(materials(false, "1.00", false, true)).contains("authorization-letter");
    }

    @Test
    void creditAuthorisationTakesNoDrawnSignatureAndItsOriginalIsDue() {
        CaseRules.MaterialRule rule =
                rules.materials(new CaseRules.CaseFacts(false, Money.of("1.00"), false, false)).stream()
                        .filter(found -> found.code().value().equals("credit-authorization"))
                        .findFirst()
                        .orElseThrow();

        assertThat(rule.ways()).isEqualTo(Set.of(SigningWay.WET_INK, SigningWay.CERTIFICATE));
        assertThat(rule.original()).isTrue();
        assertThat(rule.signers()).containsExactly(PartyRole.SIGNER);
    }

    @Test
    void threeMillionIsOnePersonsApprovalAndAFenMoreIsTwo() {
        assertThat(rules.controlLevel(Money.of("3000000.00"))).isEqualTo(new CaseRules.ControlLevel(false, 1));
        assertThat(rules.controlLevel(Money.of("3000000.01"))).isEqualTo(new CaseRules.ControlLevel(true, 2));
    }
}
