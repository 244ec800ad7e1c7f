package org.xudai.intake;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The picture of one page of a stack at full size, on its way from a worker: the number of the page as four bytes, then a
 * JPEG (ITU-T T.81) or PNG (ISO/IEC 15948). The node looks at its first bytes only.
 *
 * @param page its place in the stack, from 1
 * @param picture the picture
 */
record SheetPicture(int page, byte[] picture) {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** For the pipe. */
    byte[] bytes() {
        return ByteBuffer.allocate(Integer.BYTES + picture.length)
                .putInt(page)
                .put(picture)
                .array();
    }

    /** From the pipe; nothing where it is no picture of a page. */
    static Optional<SheetPicture> of(byte[] bytes) {
        if (bytes.length <= Integer.BYTES) {
            return Optional.empty();
        }
        SheetPicture sheet = new SheetPicture(
                ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
        return sheet.begins(JPEG) || sheet.begins(PNG) ? Optional.of(sheet) : Optional.empty();
    }

    String contentType() {
        return (begins(JPEG) ? FileKind.JPEG : FileKind.PNG).contentType();
    }

    private boolean begins(byte[] with) {
        return picture.length > with.length && Arrays.equals(Arrays.copyOf(picture, with.length), with);
    }
}
