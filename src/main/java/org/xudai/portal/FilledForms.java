package org.xudai.portal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.forms.FormField;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.Money;
import org.xudai.web.ProblemException;

/** The fields of a form in his language, with his answers, else what the bank printed. */
@Component
class FilledForms {

    private static final String BALANCE = "loan.balance";

    private final MyCase mine;
    private final FormLibrary forms;
    private final MessageSource texts;

    FilledForms(MyCase mine, FormLibrary forms, MessageSource texts) {
        this.mine = mine;
        this.forms = forms;
        this.texts = texts;
    }

    /** The template of a form that is his and has something to fill in. */
    FormTemplate template(String code) {
        mine.material(code);
        return forms.template(code)
                .filter(template -> !template.steps().isEmpty())
                .orElseThrow(ProblemException::notFound);
    }

    /** Fields of a form that belong to a step. */
    List<FormField> fieldsOf(FormTemplate template, int step) {
        return template.fields().stream()
                .filter(field -> field.editable() && field.step() == step)
                .toList();
    }

    List<FilledField> fields(FormTemplate template, int step, Map<String, String> problems, Locale locale) {
        Map<String, String> answers = forms.answers(mine.number(), template.code());
        Map<String, String> printed = forms.current(mine.number(), template.code())
                .map(IssuedForm::values)
                .orElse(Map.of());
        return fieldsOf(template, step).stream()
                .map(field -> {
                    String value = answers.getOrDefault(field.name(), printed.getOrDefault(field.name(), ""));
                    String problem = problems.getOrDefault(field.name(), "");
                    return new FilledField(
                            field,
                            field.label(locale),
                            hint(field, locale),
                            value,
                            problem.isEmpty() ? "" : sentence(field, problem, locale),
                            capitals(field, value),
                            shown(field, value, locale));
                })
                .toList();
    }

    private String hint(FormField field, Locale locale) {
        return field.type() == FormField.Type.AMOUNT && BALANCE.equals(field.binding())
                ? text("portal.form.balance", locale, mine.renewal().balance().grouped())
                : field.hint(locale);
    }

    /** The answer as he chose it: the words of a choice, else what he typed. */
    private static String shown(FormField field, String value, Locale locale) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(choice -> in(choice.labels(), locale))
                .findFirst()
                .orElse(value);
    }

    /** An amount in capitals, as he types it; empty where it is none. */
    static String capitals(FormField field, String value) {
        String digits = value.replace(",", "").replace("，", "").replace("元", "").strip();
        boolean amount = field.type() == FormField.Type.AMOUNT && digits.matches("\\d{1,13}(\\.\\d{1,2})?");
        return amount ? new Money(new BigDecimal(digits)).inCapitals() : "";
    }

    /** The problems as sentences, in the order of the fields. */
    Map<String, String> sentences(FormTemplate template, Map<String, String> problems, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (FormField field : template.fields()) {
            if (problems.containsKey(field.name())) {
                sentences.put(field.name(), sentence(field, problems.getOrDefault(field.name(), ""), locale));
            }
        }
        return sentences;
    }

    private String sentence(FormField field, String problem, Locale locale) {
        return text("answer." + problem, locale, field.label(locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    String title(FormTemplate template, Locale locale) {
        return in(template.titles(), locale);
    }

    static String in(Map<String, String> words, Locale locale) {
        return words.getOrDefault("en".equals(locale.getLanguage()) ? "en" : "zh-CN", words.getOrDefault("zh-CN", ""));
    }
}
