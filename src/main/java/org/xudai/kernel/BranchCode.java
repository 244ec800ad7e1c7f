package org.xudai.kernel;

import java.util.regex.Pattern;

/**
 * Number of a branch (机构号), e.g. {@code 35070201}.
 *
 * @param value the text as printed
 */
public record BranchCode(String value) {

    private static final Pattern FORMAT = Pattern.compile("[0-9A-Za-z]{4,12}");

    public BranchCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a branch code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
