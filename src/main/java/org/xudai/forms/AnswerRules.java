package org.xudai.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.pdf.FormFont;

/** Checks an answer: a problem code, its sentence is {@code answer.<code>} in the bundle. */
@Component
class AnswerRules {

    private final FormFont font;

    AnswerRules(FormFont font) {
        this.font = font;
    }

    Optional<String> problem(FormField field, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        if (value.codePointCount(0, value.length()) > field.maxLength()) {
            return Optional.of("too-long");
        }
        if (font.missing(value).isPresent()) {
            return Optional.of("character-unprintable");
        }
        boolean right =
                switch (field.type()) {
                    case TEXT, LONG_TEXT, AMOUNT_IN_CAPITALS -> true;
                    case AMOUNT -> amount(value).isPresent();
                    case INTEGER -> value.strip().matches("[1-9]\\d{0,3}");
                    case DATE -> isDate(value);
                    case CHOICE ->
                        field.choices().stream()
                                .anyMatch(choice -> choice.value().equals(value));
                };
        return right
                ? Optional.empty()
                : Optional.of(
                        switch (field.type()) {
                            case AMOUNT -> "amount-wrong";
                            case INTEGER -> "number-wrong";
                            case DATE -> "date-wrong";
                            default -> "choice-unknown";
                        });
    }

    /** An amount as people type it: separators and 元 are taken. */
    static Optional<BigDecimal> amount(String value) {
        String digits =
                value.strip().replace(",", "").replace("，", "").replace("元", "").strip();
        return digits.matches("\\d{1,13}(\\.\\d{1,2})?")
                ? Optional.of(new BigDecimal(digits)).filter(amount -> amount.signum() > 0)
                : Optional.empty();
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value.strip());
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
