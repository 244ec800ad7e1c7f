package org.xudai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xudai.pdf.Ink;
import org.xudai.renewal.FormSigning;
import org.xudai.signing.Consent;
import org.xudai.signing.Device;
import org.xudai.signing.ScreenSignature;

/**
 * What a signer sends.
 *
 * @param mode drawn or typed
 * @param strokes what he drew: strokes of points, y downwards, in any unit
 * @param name what he typed: his name
 * @param consent true, or the version of the text that was shown to him
 * @param code the code that was sent to him to sign with
 * @param version the version he looked at; left out, the current one
 */
record SigningEntry(
        @Nullable String mode,

        @Schema(
                description = "Strokes, each a list of points {x, y} or [x, y], y downwards, in any unit.",
                example = "[[{\"x\": 12, \"y\": 40}, {\"x\": 60, \"y\": 22}, {\"x\": 90, \"y\": 51}]]")
        @Nullable
        JsonNode strokes,

        @Nullable String name,

        @Schema(description = "true, or the version of the text that was shown", example = "true") @Nullable
        JsonNode consent,

        @Schema(example = "407215") @Nullable String code,
        @Schema(example = "2") @Nullable Integer version) {

    FormSigning.Entry entry(Locale locale, Device device) {
        String typed = name;
        if (code == null || code.isBlank()) {
            throw Parameters.missing("code");
        }
        return new FormSigning.Entry(
                drawnOrTyped(), points(), typed == null ? "" : typed, agreed(), locale, code.strip(), version, device);
    }

    private ScreenSignature.Mode drawnOrTyped() {
        if (mode == null || mode.isBlank()) {
            throw Parameters.missing("mode");
        }
        try {
            return ScreenSignature.Mode.valueOf(mode.strip());
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("mode", "signing-mode-unknown", "");
        }
    }

    private int agreed() {
        if (consent == null) {
            return 0;
        }
        boolean current = consent.isBoolean() ? consent.booleanValue() : consent.asInt(0) == Consent.CURRENT;
        return current ? Consent.CURRENT : 0;
    }

    private List<List<Ink.Point>> points() {
        List<List<Ink.Point>> read = new ArrayList<>();
        if (strokes != null && strokes.isArray()) {
            for (JsonNode stroke : strokes) {
                JsonNode points = stroke.isObject() ? stroke.path("points") : stroke;
                List<Ink.Point> line = new ArrayList<>();
                points.forEach(point -> line.add(point(point)));
                if (!line.isEmpty()) {
                    read.add(line);
                }
            }
        }
        return read;
    }

    private static Ink.Point point(JsonNode point) {
        JsonNode x = point.isArray() ? point.path(0) : point.path("x");
        JsonNode y = point.isArray() ? point.path(1) : point.path("y");
        boolean finite =
                x.isNumber() && y.isNumber() && Double.isFinite(x.doubleValue()) && Double.isFinite(y.doubleValue());
        if (!finite || Math.abs(x.doubleValue()) > 1e6 || Math.abs(y.doubleValue()) > 1e6) {
            throw Parameters.invalid("strokes", "point-wrong", "");
        }
        return new Ink.Point(x.doubleValue(), y.doubleValue());
    }
}
