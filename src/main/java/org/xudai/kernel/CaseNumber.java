package org.xudai.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Number of a renewal case (业务编号), e.g. {@code XD2026-0011875}: year, six-digit sequence and one check digit by
 * ISO/IEC 7064 MOD 11,10, so that a digit misheard on the phone or two swapped are noticed.
 *
 * @param value the number as printed
 */
public record CaseNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("XD(\\d{4})-(\\d{6})(\\d)");

    public CaseNumber {
        var matcher = FORMAT.matcher(value);
        if (!matcher.matches()
                || checkDigit(matcher.group(1) + matcher.group(2))
                        != matcher.group(3).charAt(0)) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /**
     * The case number of a year and a running number.
     *
     * @param year four digits
     * @param sequence 1 to 999,999
     */
    public static CaseNumber of(int year, long sequence) {
        String digits = String.format(Locale.ROOT, "%04d%06d", year, sequence);
        return new CaseNumber("XD" + digits.substring(0, 4) + "-" + digits.substring(4) + checkDigit(digits));
    }

    /** The eleven digits without letters and hyphen, as the page code carries them. */
    public String digits() {
        return value.substring(2, 6) + value.substring(7);
    }

    /**
     * The case number of eleven digits.
     *
     * @throws IllegalArgumentException where they are none or the check digit is wrong
     */
    public static CaseNumber ofDigits(String digits) {
        if (digits.length() != 11) {
            throw new IllegalArgumentException("not a case number");
        }
        return new CaseNumber("XD" + digits.substring(0, 4) + "-" + digits.substring(4));
    }

    private static char checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = ((sum == 0 ? 10 : sum) * 2) % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
