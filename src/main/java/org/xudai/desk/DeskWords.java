package org.xudai.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.Sha256;

/** Short days, sizes and check codes for dense pages; templates call it {@code @deskWords}. */
@Component("deskWords")
class DeskWords {

    private static final long KILOBYTE = 1024;
    private static final int CHECK = 4;

    private final BusinessCalendar calendar;
    private final MessageSource texts;

    DeskWords(BusinessCalendar calendar, MessageSource texts) {
        this.calendar = calendar;
        this.texts = texts;
    }

    /** {@code 11-27}, in another year {@code 2027-01-11}. */
    public String day(LocalDate day) {
        return day.getYear() == calendar.today().getYear()
                ? DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT).format(day)
                : day.toString();
    }

    /** {@code 11-27 周五}. */
    public String dayAndWeekday(LocalDate day) {
        return day(day) + " " + weekday(day);
    }

    public String weekday(LocalDate day) {
        Locale locale = LocaleContextHolder.getLocale();
        return locale.getLanguage().equals("en")
                ? day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : text("desk.weekday." + day.getDayOfWeek().getValue());
    }

    /** {@code 11-27 17:00}, in another year {@code 2027-01-11 17:00}. */
    public String moment(Instant moment) {
        return day(local(moment).toLocalDate()) + " " + clock(moment);
    }

    public String clock(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local(moment));
    }

    public LocalDate dayOf(Instant moment) {
        return local(moment).toLocalDate();
    }

    /** Days from today, negative where it has passed. */
    public long daysUntil(LocalDate day) {
        return calendar.daysUntil(day);
    }

    /** How long it is to a day, or how long that day has passed, in words. */
    public String left(LocalDate day) {
        return counted(day, "desk.left.past");
    }

    /** The same for a maturity: money not repaid by then is overdue. */
    public String leftOfLoan(LocalDate maturesOn, boolean settled) {
        return counted(maturesOn, settled ? "desk.left.past" : "desk.left.overdue");
    }

    private String counted(LocalDate day, String past) {
        long days = calendar.daysUntil(day);
        if (days == 0) {
            return text("desk.left.today");
        }
        return days < 0 ? text(past, -days) : text("desk.left.days", days);
    }

    /** {@code 2.4 MB}, {@code 55 KB}. */
    public String size(long bytes) {
        return bytes >= KILOBYTE * KILOBYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILOBYTE * KILOBYTE))
                : Math.max(1, bytes / KILOBYTE) + " KB";
    }

    /** The first eight digits of a hash, in two groups, for comparing by eye. */
    public String check(Sha256 hash) {
        String digits = hash.value().substring(0, 2 * CHECK).toUpperCase(Locale.ROOT);
        return digits.substring(0, CHECK) + " " + digits.substring(CHECK);
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(calendar.zone());
    }

    private String text(String key, Object... arguments) {
        String text = texts.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }
}
