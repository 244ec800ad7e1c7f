package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * Number of a loan (借据号), e.g. {@code JJ2025000117}.
 *
 * @param value the text as printed
 */
public record LoanNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9-]{4,40}");

    public LoanNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a loan number");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
