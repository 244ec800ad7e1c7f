package org.xudai.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** Streams of many bytes that nobody holds in memory, and streams that break. */
final class Streams {

    private Streams() {}

    /** So many bytes, the same for the same seed. */
    static InputStream random(long size, long seed) {
        return new Generated(size, new Random(seed), () -> {});
    }

    /** Does something when so many bytes were read, and goes on. */
    static InputStream with(long size, Event atTheEnd) {
        return new Generated(size, new Random(1), atTheEnd);
    }

    /** A sender who goes away after so many bytes. */
    static InputStream cutOff(long size) {
        return with(size, () -> {
            throw new IOException("the sender went away");
        });
    }

    /** What happens at the end of a stream. */
    @FunctionalInterface
    interface Event {
        void happen() throws IOException;
    }

    private static final class Generated extends InputStream {

        private final Random random;
        private final Event atTheEnd;
        private long left;
        private boolean ended;

        Generated(long size, Random random, Event atTheEnd) {
            this.left = size;
            this.random = random;
            this.atTheEnd = atTheEnd;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                if (!ended) {
                    ended = true;
                    atTheEnd.happen();
                }
                return -1;
            }
            int count = (int) Math.min(left, length);
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            System.arraycopy(bytes, 0, buffer, offset, count);
            left -= count;
            return count;
        }
    }
}
