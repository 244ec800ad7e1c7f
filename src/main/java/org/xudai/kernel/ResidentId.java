package org.xudai.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Number of a resident identity card by GB 11643-1999: 18 characters with birth date and check character. A lower-case
 * {@code x} is taken and kept as {@code X}.
 *
 * @param value the number, check character in capitals
 */
public record ResidentId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    public ResidentId {
        value = value.toUpperCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a resident id number");
        }
    }

    /** Whether the text has 17 digits with a real birth date and the right check character. */
    public static boolean isValid(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        if (!capitals.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (capitals.charAt(i) - '0') * WEIGHTS[i];
        }
        if (CHECKS.charAt(sum % 11) != capitals.charAt(17)) {
            return false;
        }
        try {
            return LocalDate.parse(capitals.substring(6, 14), BIRTH).getYear() >= 1800;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
