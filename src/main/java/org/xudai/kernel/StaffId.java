package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * Sign-in name of a member of staff, e.g. {@code li.officer}.
 *
 * @param value the text as printed
 */
public record StaffId(String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9._-]{2,64}");

    public StaffId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a staff id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
