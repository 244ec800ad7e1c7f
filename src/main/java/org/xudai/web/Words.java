package org.xudai.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;

/** Days, moments and sentences as pages write them, in the reader's language; templates call it {@code @words}. */
@Component("words")
public class Words {

    private final BusinessCalendar calendar;
    private final MessageSource texts;

    Words(BusinessCalendar calendar, MessageSource texts) {
        this.calendar = calendar;
        this.texts = texts;
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    public String day(LocalDate day) {
        return english()
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.UK)
                        .format(day)
                : DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).format(day);
    }

    public String moment(Instant moment) {
        var local = moment.atZone(calendar.zone());
        return day(local.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
    }

    /** Day and time without the year, for dense lists. */
    public String brief(Instant moment) {
        return DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).format(moment.atZone(calendar.zone()));
    }

    public String clock(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(calendar.zone()));
    }

    public String dayOf(Instant moment) {
        return day(LocalDate.ofInstant(moment, calendar.zone()));
    }

    public long daysLeft(Instant moment) {
        return calendar.daysUntil(LocalDate.ofInstant(moment, calendar.zone()));
    }

    /** What a finding means for the borrower. */
    public String finding(String code, Map<String, String> values) {
        return filled("finding." + code + ".borrower", values);
    }

    /** What a finding means for an officer. */
    public String officerFinding(String code, Map<String, String> values) {
        return filled("finding." + code + ".officer", values);
    }

    private String filled(String key, Map<String, String> values) {
        String text = texts.getMessage(key, null, key, LocaleContextHolder.getLocale());
        String filled = text == null ? key : text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** A sentence of the bundles, or what stands in for it. */
    public String text(String key, String otherwise) {
        String text = texts.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return text == null ? otherwise : text;
    }

    /** Whether a sentence exists. */
    public boolean has(String key) {
        return !text(key, "").isEmpty();
    }

    public String title(String material) {
        String text = texts.getMessage("material." + material, null, material, LocaleContextHolder.getLocale());
        return text == null ? material : text;
    }
}
