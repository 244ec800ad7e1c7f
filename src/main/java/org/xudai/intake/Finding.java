package org.xudai.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A result of inspection (核验结果).
 *
 * @param code stable code, e.g. {@code PAGE_MISSING}; its sentences are {@code finding.<code>.borrower} and
 *     {@code finding.<code>.officer} in the bundle
 * @param level who has to act
 * @param page page of the issued form or of the file, from 1; null for the whole document
 * @param box place on the issued page, in points from the top left
 * @param photo four corners as fractions of the received picture, clockwise from the top left
 * @param values arguments of the sentences
 */
public record Finding(
        String code,
        Level level,
        @Nullable Integer page,
        @Nullable Box box,
        @Nullable List<Corner> photo,
        Map<String, String> values) {

    /** Among the values: pictures of the document, where it does not speak of the whole file. */
    private static final String PICTURES = "pictures";

    /** Who has to act. */
    public enum Level {
        /** The borrower must act. */
        BLOCK,
        /** An officer must look. */
        ASK,
        /** For information. */
        INFO
    }

    /** A box in points. */
    public record Box(double x, double y, double width, double height) {}

    /** A corner as fractions of width and height. */
    public record Corner(double x, double y) {}

    /** This finding, of some pictures of its file alone. */
    Finding of(Collection<Integer> pictures) {
        Map<String, String> more = new HashMap<>(values);
        more.put(PICTURES, pictures.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return new Finding(code, level, page, box, photo, Map.copyOf(more));
    }

    /** The file of the document that it speaks of, from 1; 0 where it speaks of the document. */
    public int file() {
        String file = values.getOrDefault("file", "");
        return file.matches("\\d{1,3}") ? Integer.parseInt(file) : 0;
    }

    /** The pictures of the document that it speaks of, from 1; empty where it speaks of all of its file. */
    public List<Integer> pictures() {
        String pictures = values.getOrDefault(PICTURES, "");
        return pictures.isEmpty()
                ? List.of()
                : Arrays.stream(pictures.split(" ")).map(Integer::valueOf).toList();
    }

    /** Whether it speaks of a picture, of its file or of the whole document. */
    public boolean concerns(int file, int picture) {
        return (file() == 0 || file() == file)
                && (pictures().isEmpty() || pictures().contains(picture));
    }

    public static Finding of(String code, Level level) {
        return new Finding(code, level, null, null, null, Map.of());
    }
}
