package org.xudai.intake;

import java.util.Set;

/**
 * One page of a stack of scans, taken out.
 *
 * @param page its place in the stack, from 1
 * @param blank whether nothing is on it
 * @param codes texts of the page codes on it, not yet believed
 * @param contentType {@code image/jpeg}: the bytes as they lay in the stack, or as near as may be; {@code image/png}: the pixels
 *     that the page shows
 * @param picture the page at full size
 * @param preview it as people look at it, a PNG
 */
public record Sheet(int page, boolean blank, Set<String> codes, String contentType, byte[] picture, byte[] preview) {

    public Sheet {
        codes = Set.copyOf(codes);
    }
}
