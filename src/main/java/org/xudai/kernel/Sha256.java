package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * SHA-256 of bytes, 64 lower-case hexadecimal digits (FIPS 180-4).
 *
 * @param value the text as printed
 */
public record Sha256(String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
