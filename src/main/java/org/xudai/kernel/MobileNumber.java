package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * A mobile number of mainland China, eleven digits from 1.
 *
 * @param value the text as printed
 */
public record MobileNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("1[3-9][0-9]{9}");

    public MobileNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
