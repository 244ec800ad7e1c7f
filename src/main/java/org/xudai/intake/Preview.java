package org.xudai.intake;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A page as officers see it, on its way from a worker: the number of the page as four bytes, then a PNG (ISO/IEC 15948). The
 * node does not decode it: it asks for signature and sizes, and the officer's browser draws it.
 *
 * @param page its place in the file, from 1
 * @param png the picture
 */
record Preview(int page, byte[] png) {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int HEADER = 0x49484452;
    private static final int HEADER_LENGTH = 13;
    private static final int LEAST = 33;

    /** For the pipe. */
    byte[] bytes() {
        return ByteBuffer.allocate(Integer.BYTES + png.length)
                .putInt(page)
                .put(png)
                .array();
    }

    /**
     * From the pipe; nothing where it is no picture of a page.
     *
     * @param longest longest side in pixels
     */
    static Optional<Preview> of(byte[] bytes, int longest) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < Integer.BYTES + LEAST) {
            return Optional.empty();
        }
        int page = buffer.getInt();
        byte[] png = new byte[buffer.remaining()];
        buffer.get(png);
        ByteBuffer header = ByteBuffer.wrap(png);
        boolean isPng = header.getLong() == SIGNATURE && header.getInt() == HEADER_LENGTH && header.getInt() == HEADER;
        // a side is rounded up where it is scaled
        return isPng && isSide(header.getInt(), longest) && isSide(header.getInt(), longest)
                ? Optional.of(new Preview(page, png))
                : Optional.empty();
    }

    private static boolean isSide(int pixels, int longest) {
        return pixels > 0 && pixels <= longest + 1;
    }
}
