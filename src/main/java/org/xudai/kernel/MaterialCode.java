package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * Code of a line of the checklist, e.g. {@code credit-authorization}.
 *
 * @param value the text as printed
 */
public record MaterialCode(String value) {

    private static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    public MaterialCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a material code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
