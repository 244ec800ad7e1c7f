package org.xudai.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
