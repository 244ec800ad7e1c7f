package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * A personal value as it may be shown (JR/T 0171-2020, category C2): enough to recognise, too little to use.
 *
 * @param shown the masked text
 */
public record Masked(String shown) {

    /** Where columns of a file are shifted, what is personal stands anywhere. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)|\\S@\\S");

    /** {@code 199****0117}. */
    public static Masked of(MobileNumber mobile) {
        return new Masked(
                mobile.value().substring(0, 3) + "****" + mobile.value().substring(7));
    }

    /** {@code 3599**********0018}. */
    public static Masked of(ResidentId id) {
        return new Masked(id.value().substring(0, 4) + "**********" + id.value().substring(14));
    }

    /** A mail address: first letter and domain, {@code b***@example.com}. */
    public static Masked mail(String address) {
        int at = address.indexOf('@');
        return new Masked(at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at));
    }

    /** A value of no personal kind, as it is; masked where it holds what looks like an ID or mobile number or an address. */
    public static Masked unlessPersonal(String text) {
        return PERSONAL.matcher(text).find() ? text(text) : new Masked(text);
    }

    /** Any other text: its first character (a whole one, also outside the BMP). */
    public static Masked text(String text) {
        return new Masked(text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***");
    }

    @Override
    public String toString() {
        return shown;
    }
}
