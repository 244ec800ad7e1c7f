package org.xudai.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.xudai.kernel.Money;

/**
 * What stands in the fields of a form: the borrower's answer, else what the bank knows.
 *
 * @param values by field name, answers as they were given
 * @param printed by field name, as printed: amounts with separators
 */
record FormContent(Map<String, String> values, Map<String, String> printed) {

    private static final String AMOUNT = "amount";

    /**
     * The content of a form.
     *
     * @param bound values by binding
     * @param answers answers by field name; a blank one counts as none
     */
    static FormContent of(FormTemplate template, Map<String, String> bound, Map<String, String> answers) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> printed = new LinkedHashMap<>();
        for (FormField field : template.fields()) {
            String binding = field.binding();
            String known = binding == null ? "" : bound.getOrDefault(binding, "");
            String answer = field.editable() ? answers.getOrDefault(field.name(), "") : "";
            String value = answer.isBlank() ? known : answer;
            if (field.type() == FormField.Type.AMOUNT_IN_CAPITALS) {
                value = AnswerRules.amount(answers.getOrDefault(AMOUNT, ""))
                        .map(amount -> new Money(amount).inCapitals())
                        .orElse(known);
            }
            values.put(field.name(), value);
            printed.put(field.name(), printed(field, value));
        }
        return new FormContent(values, printed);
    }

    private static String printed(FormField field, String value) {
        if (field.type() != FormField.Type.AMOUNT) {
            return value;
        }
        Optional<BigDecimal> amount = AnswerRules.amount(value);
        return amount.map(yuan -> new Money(yuan).grouped()).orElse(value);
    }
}
