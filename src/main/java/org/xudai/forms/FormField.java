package org.xudai.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, from its descriptor.
 *
 * @param name name in the PDF
 * @param type what may be entered
 * @param labels label by language tag ({@code zh-CN}, {@code en})
 * @param hints help by language tag
 * @param step on which step of the screen form it stands, from 1; 0 where the borrower does not fill it
 * @param binding what the bank fills it with, e.g. {@code borrower.name}, or null
 * @param required whether the borrower must fill it before signing on the screen
 * @param editable whether the borrower may fill it
 * @param maxLength longest text, in characters
 * @param choices values of a choice, as they are printed, with labels by language tag
 */
public record FormField(
        String name,
        Type type,
        Map<String, String> labels,
        Map<String, String> hints,
        int step,
        @Nullable String binding,
        boolean required,
        boolean editable,
        int maxLength,
        List<Choice> choices) {

    /** Types of field. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        AMOUNT,
        AMOUNT_IN_CAPITALS,
        INTEGER,
        DATE,
        CHOICE
    }

    /** One value of a choice. */
    public record Choice(String value, Map<String, String> labels) {}

    /** The label in a language, Chinese where there is none. */
    public String label(Locale locale) {
        return in(labels, locale);
    }

    /** The hint in a language; empty where there is none. */
    public String hint(Locale locale) {
        return in(hints, locale);
    }

    private static String in(Map<String, String> texts, Locale locale) {
        String key = "en".equals(locale.getLanguage()) ? "en" : "zh-CN";
        return texts.getOrDefault(key, texts.getOrDefault("zh-CN", ""));
    }
}
