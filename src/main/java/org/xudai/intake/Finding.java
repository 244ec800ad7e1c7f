package org.xudai.intake;

import java.util.List;
import java.util.Map;
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

    public static Finding of(String code, Level level) {
        return new Finding(code, level, null, null, null, Map.of());
    }
}
