package org.xudai.loanbook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * The loan numbers of a file with the rows they stood in, as 128 bits of SHA-256 each: 24 bytes a place where the numbers
 * themselves would take over 100, so that a million rows need 50 MB. Two numbers that differ but look alike are not to be
 * met in the life of a bank.
 */
final class SeenNumbers {

    private static final int FIRST_PLACES = 1 << 10;

    private final MessageDigest digest;
    private long[] high = new long[FIRST_PLACES];
    private long[] low = new long[FIRST_PLACES];
    private long[] rows = new long[FIRST_PLACES];
    private int size;

    SeenNumbers() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The row where the number stood before; where there is none, it stands in the given one from now on. */
    OptionalLong before(String number, long row) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(number.getBytes(StandardCharsets.UTF_8)));
        long first = hash.getLong();
        long second = hash.getLong();
        int place = place(first, second);
        if (rows[place] != 0) {
            return OptionalLong.of(rows[place]);
        }
        put(place, first, second, row);
        size++;
        if (size > high.length / 2) {
            grow();
        }
        return OptionalLong.empty();
    }

    private int place(long first, long second) {
        int mask = high.length - 1;
        int place = (int) first & mask;
        while (rows[place] != 0 && (high[place] != first || low[place] != second)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void put(int place, long first, long second, long row) {
        high[place] = first;
        low[place] = second;
        rows[place] = row;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        long[] oldRows = rows;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        rows = new long[oldHigh.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                put(place(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldRows[i]);
            }
        }
    }
}
