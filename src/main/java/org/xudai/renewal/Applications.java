package org.xudai.renewal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Money;
import org.xudai.loanbook.Loan;
import org.xudai.loanbook.LoanBook;

/** What the borrower applies for: his answers, else the loan book and a standard sentence. */
@Component
class Applications {

    private static final String FORM = "application";

    private final CaseTable cases;
    private final LoanBook loans;
    private final FormLibrary forms;
    private final MessageSource texts;

    Applications(CaseTable cases, LoanBook loans, FormLibrary forms, MessageSource texts) {
        this.cases = cases;
        this.loans = loans;
        this.forms = forms;
        this.texts = texts;
    }

    Application of(CaseNumber number) {
        RenewalCase renewal = cases.get(number);
        Loan loan = loans.find(renewal.loans().get(0)).orElseThrow();
        Map<String, String> answers = answers(number);
        return new Application(
                text(answers, "business"),
                text(answers, "use"),
                text(answers, "repaymentSource"),
                amount(answers.getOrDefault("amount", ""), renewal.balance()),
                term(answers.getOrDefault("termMonths", ""), loan.termMonths()));
    }

    /** The answers in draft over those of the issued version. */
    private Map<String, String> answers(CaseNumber number) {
        Map<String, String> answers = new java.util.HashMap<>(
                forms.current(number, FORM).map(IssuedForm::values).orElse(Map.of()));
        answers.putAll(forms.answers(number, FORM));
        return answers;
    }

    private String text(Map<String, String> answers, String field) {
        return Optional.ofNullable(answers.get(field))
                .filter(answer -> !answer.isBlank())
                .orElseGet(() -> texts.getMessage("application." + field, null, Locale.SIMPLIFIED_CHINESE));
    }

    private static Money amount(String entered, Money otherwise) {
        String digits = entered.replace(",", "").replace("，", "").strip();
        if (!digits.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            return otherwise;
        }
        Money amount = new Money(new BigDecimal(digits));
        return amount.amount().signum() == 0 || amount.compareTo(otherwise) > 0 ? otherwise : amount;
    }

    private static int term(String entered, int otherwise) {
        return entered.strip().matches("[1-9]\\d?") ? Integer.parseInt(entered.strip()) : otherwise;
    }
}
