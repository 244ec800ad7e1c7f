package org.xudai.signing;

import java.math.BigInteger;
import java.util.List;

/**
 * Which bytes of a file a signature covers (ISO 32000-1, 12.8.1): from its beginning to where its own value begins, and on
 * from where that ends.
 */
record SignedBytes(List<BigInteger> range) {

    private static final int NUMBERS = 4;

    boolean isWellFormed(byte[] file) {
        return range.size() == NUMBERS
                && range.stream().allMatch(number -> number.bitLength() < Integer.SIZE && number.signum() >= 0)
                && at(0) == 0
                && at(2) > at(1)
                && end() <= file.length;
    }

    /** The first byte behind what is covered. */
    long end() {
        return (long) at(2) + at(3);
    }

    /** Whether what is left out is the value of the signature alone: hexadecimal digits between angle brackets. */
    boolean leavesOutTheValueAlone(byte[] file) {
        int from = at(1);
        int to = at(2);
        if (file[from] != '<' || file[to - 1] != '>') {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            if (Character.digit(file[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private int at(int index) {
        return range.get(index).intValueExact();
    }
}
