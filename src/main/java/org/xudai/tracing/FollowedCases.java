package org.xudai.tracing;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which cases are followed. The number of a case decides, on every node and for as long as the case lasts: so a trace that
 * begins weeks after another one is kept where that one was, and nobody has to hand the decision on.
 */
final class FollowedCases {

    private static final int HUNDRED = 100;

    private final int percent;

    FollowedCases(int percent) {
        this.percent = percent;
    }

    /**
     * Whether it is followed.
     *
     * @param number number of a case, or id of a trace that belongs to none
     */
    boolean contain(String number) {
        CRC32 hash = new CRC32();
        hash.update(number.getBytes(StandardCharsets.US_ASCII));
        return hash.getValue() % HUNDRED < percent;
    }
}
