package org.xudai.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.testing.MovableClock;

/** Answers saved as they are typed, and the versions that freeze them. */
class AnswersInDraftTests {

    private static final String FORM = "application";

    private FormFixture fixture;
    private FormLibrary forms;

    @BeforeEach
    void open(@TempDir Path directory) {
        fixture = new FormFixture(directory.resolve("keys"));
        forms = fixture.forms();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void onlyTheGivenAnswersChange() {
        forms.saveAnswers(FormFixture.CASE, FORM, Map.of("use", "买春茶", "business", "卖茶"));
        forms.saveAnswers(FormFixture.CASE, FORM, Map.of("use", "买秋茶"));

        assertThat(forms.answers(FormFixture.CASE, FORM)).isEqualTo(Map.of("use", "买秋茶", "business", "卖茶"));
        assertThat(forms.answers(CaseNumber.of(2026, 2), FORM)).isEmpty();
    }

    @Test
    void whatIsWrongIsKeptAsTypedAndNamed() {
        Map<String, String> problems = forms.saveAnswers(
                FormFixture.CASE,
                FORM,
                Map.of("amount", "三十万", "termMonths", "13", "use", "茶".repeat(201), "business", "开🍵店"));

        assertThat(problems)
                .isEqualTo(Map.of(
                        "amount", "amount-wrong",
                        "termMonths", "choice-unknown",
                        "use", "too-long",
                        "business", "character-unprintable"));
        assertThat(forms.answers(FormFixture.CASE, FORM)).containsEntry("amount", "三十万");
    }

    @Test
    void amountsAreTakenAsPeopleTypeThem() {
        for (String amount : Set.of("300000", "300,000.00", "300，000", " 280000.5 ", "280000元")) {
            assertThat(forms.saveAnswers(FormFixture.CASE, FORM, Map.of("amount", amount)))
                    .isEmpty();
        }
        for (String amount : Set.of("0", "-1", "3e5", "300000.005", "30万")) {
            assertThat(forms.saveAnswers(FormFixture.CASE, FORM, Map.of("amount", amount)))
                    .isEqualTo(Map.of("amount", "amount-wrong"));
        }
    }

    @Test
    void noMoreThanTheBalanceCanBeAppliedFor() {
        issue(1, Map.of());

        assertThat(forms.saveAnswers(FormFixture.CASE, FORM, Map.of("amount", "300000.01")))
                .isEqualTo(Map.of("amount", "amount-too-high"));
        assertThat(forms.saveAnswers(FormFixture.CASE, FORM, Map.of("amount", "300,000")))
                .isEmpty();
    }

    @Test
    void whatTheBorrowerDoesNotFillIsNotSaved() {
        assertThat(forms.saveAnswers(FormFixture.CASE, FORM, Map.of("firm", "别的公司", "nothing", "x")))
                .isEqualTo(Map.of("firm", "field-unknown", "nothing", "field-unknown"));
        assertThat(forms.answers(FormFixture.CASE, FORM)).isEmpty();
    }

    @Test
    void aFormIsCompleteWhenWhatTheBankDoesNotKnowIsAnswered() {
        assertThat(forms.problemsOf(FormFixture.CASE, FORM))
                .isEqualTo(Map.of("business", "missing", "use", "missing", "repaymentSource", "missing"));

        forms.saveAnswers(FormFixture.CASE, FORM, FormFixture.answers());

        assertThat(forms.problemsOf(FormFixture.CASE, FORM)).isEmpty();
        assertThat(forms.problemsOf(FormFixture.CASE, "whitelist-confirmation")).isEmpty();
    }

    @Test
    void anIssuedVersionKeepsItsValuesAndLayoutForGood() {
        issue(1, Map.of());
        FilledForm second = issue(2, FormFixture.answers());
        forms.saveAnswers(FormFixture.CASE, FORM, Map.of("use", "改主意了"));

        IssuedForm current = forms.current(FormFixture.CASE, FORM).orElseThrow();
        assertThat(current.version()).isEqualTo(2);
        assertThat(current.values()).containsAllEntriesOf(FormFixture.answers());
        assertThat(current.layout()).isEqualTo(second.layout());
        assertThat(current.issuedAt()).isEqualTo(MovableClock.START);
        assertThat(forms.issued(FormFixture.CASE, FORM, 1).orElseThrow().values())
                .containsEntry("amount", "300,000.00")
                .containsEntry("use", "");
        assertThat(forms.issuedOf(FormFixture.CASE)).hasSize(2);
    }

    @Test
    void everyProblemHasASentenceInBothLanguages() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/forms");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        for (String problem : Set.of(
                "missing",
                "too-long",
                "amount-wrong",
                "amount-too-high",
                "number-wrong",
                "date-wrong",
                "choice-unknown",
                "character-unprintable",
                "field-unknown")) {
            String chinese = texts.getMessage("answer." + problem, new Object[] {"金额"}, Locale.SIMPLIFIED_CHINESE);
            String english = texts.getMessage("answer." + problem, new Object[] {"Amount"}, Locale.ENGLISH);
            assertThat(chinese).isNotBlank().isNotEqualTo(english);
        }
    }

    private FilledForm issue(int version, Map<String, String> answers) {
        FilledForm filled = forms.fill(FormFixture.CASE, FORM, version, FormFixture.loanBook(), answers);
        forms.recordIssue(FormFixture.CASE, filled, new DocumentId(UUID.randomUUID()), FormFixture.loanBook(), answers);
        return filled;
    }
}
