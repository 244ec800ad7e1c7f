package org.xudai.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xudai.intake.FileInspector.Expected;

/** What node and worker write to each other as JSON. */
final class Messages {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Messages() {}

    /**
     * What a worker is asked.
     *
     * @param sequence place of the file in its document, from 1
     * @param path where it lies
     * @param expected what it may be
     */
    record Question(int sequence, String path, Expected expected) {}

    /**
     * What a worker is asked about a stack of scans.
     *
     * @param path where it lies
     * @param first the page to begin with, from 1
     * @param last the last page wanted; 0 asks only what the stack is
     * @param mostPages most pages of a stack
     */
    record StackQuestion(String path, int first, int last, int mostPages) {}

    /**
     * What was read on a page of a stack.
     *
     * @param page its place in the stack, from 1
     * @param problem why there is no picture of it; null where there is
     * @param blank whether nothing is on it
     * @param codes texts of the page codes on it, not yet believed
     */
    record SheetRead(int page, @Nullable String problem, boolean blank, Set<String> codes) {

        private static final int MOST_CODES = 16;
        private static final int LONGEST_CODE = 67;

        SheetRead {
            codes = Set.copyOf(codes);
        }

        /** Whether it can be what a worker that is still itself says of a page. */
        boolean isPlausible(int expected) {
            return page == expected
                    && codes.size() <= MOST_CODES
                    && codes.stream().allMatch(code -> code.length() <= LONGEST_CODE);
        }
    }

    /** The issued page that a code names, or null. */
    record Named(@Nullable IssuedSheet sheet) {}

    static byte[] write(Object message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The message, or nothing where the bytes are none of this type. */
    static <T> Optional<T> read(byte[] bytes, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, type));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Words for a log: nothing but plain characters. */
    static String printable(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("[^\\p{Print}]", " ");
    }
}
