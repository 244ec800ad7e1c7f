package org.xudai.loanbook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text in UTF-8 (with or without a mark) or GB18030. The first line that is not plain ASCII tells which;
 * each line is decoded for itself, so that one with broken bytes is named and the next one read. In both encodings no
 * character holds the byte of a line's end.
 */
final class CsvLines implements Closeable {

    /** Longer than any row of the loan book by far. */
    private static final int LONGEST = 64 * 1024;

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private @Nullable Charset charset;
    private long number;
    private boolean ended;
    private boolean afterReturn;

    CsvLines(InputStream bytes) {
        this.in = new BufferedInputStream(bytes, BUFFER);
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text without its end; empty where it has a problem
     * @param problem why it cannot be read, a code of the bundle; empty where it can
     */
    record Line(long number, String text, String problem) {}

    Optional<Line> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        int next = in.read();
        if (afterReturn && next == '\n') {
            next = in.read();
        }
        while (next >= 0 && next != '\n' && next != '\r') {
            if (line.size() < LONGEST) {
                line.write(next);
            } else {
                tooLong = true;
            }
            next = in.read();
        }
        afterReturn = next == '\r';
        ended = next < 0;
        if (ended && line.size() == 0) {
            return Optional.empty();
        }
        number++;
        if (tooLong) {
            return Optional.of(new Line(number, "", "row-too-long"));
        }
        return Optional.of(line(line.toByteArray()));
    }

    private Line line(byte[] bytes) {
        byte[] plain = number == 1 ? withoutMark(bytes) : bytes;
        Charset known = charset;
        if (known == null && isAscii(plain)) {
            return new Line(number, new String(plain, StandardCharsets.US_ASCII), "");
        }
        if (known == null) {
            known = CHARSETS.stream()
                    .filter(candidate -> decoded(plain, candidate).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new LoanImports.UnreadableFile("import-encoding", ""));
            charset = known;
        }
        return decoded(plain, known)
                .map(text -> new Line(number, text, ""))
                .orElseGet(() -> new Line(number, "", "row-encoding"));
    }

    private byte[] withoutMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        if (!marked) {
            return bytes;
        }
        charset = StandardCharsets.UTF_8;
        return java.util.Arrays.copyOfRange(bytes, 3, bytes.length);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
