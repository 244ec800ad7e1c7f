package org.xudai.intake.bent;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.QRCodeDecoderMetaData;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.xudai.intake.compare.CodePlace;
import org.xudai.intake.compare.Grey;
import org.xudai.intake.compare.Spot;

/**
 * A page code on bent paper.
 *
 * @param text what it says
 * @param place where it is, in pixels of the picture that was read
 */
public record BentCode(String text, CodePlace place) {

    /** How well a grid has to lie: on 18 codes of curled pages 0.99 and more, on wrong corners up to 0.8. */
    private static final double LEAST_SCORE = 0.8;

    private static final int MOST_CORNERS = 12;

    /**
     * The page codes in a picture each once.
     *
     * @param isPageCode whether a text is a page code's
     */
    public static List<BentCode> in(BufferedImage picture, Predicate<String> isPageCode) {
        Grey grey = Grey.of(picture);
        Map<String, BentCode> codes = new LinkedHashMap<>();
        List<Corner> corners = Corner.of(Finders.in(grey));
        for (Corner corner : corners.subList(0, Math.min(MOST_CORNERS, corners.size()))) {
            CodeFit fit = new CodeFit(grey, corner);
            fit.grids().stream()
                    .flatMap(fitted -> read(fit, fitted).stream())
                    .filter(code -> isPageCode.test(code.text))
                    .forEach(code -> codes.putIfAbsent(code.text, code));
        }
        return new ArrayList<>(codes.values());
    }

    private static Optional<BentCode> read(CodeFit fit, CodeFit.Fitted fitted) {
        if (fitted.score() < LEAST_SCORE) {
            return Optional.empty();
        }
        try {
            DecoderResult decoded = new Decoder().decode(fit.modules(fitted.grid()));
            return isMirrored(decoded) ? Optional.empty() : Optional.of(code(decoded.getText(), fitted.grid()));
        } catch (ChecksumException | FormatException e) {
            return Optional.empty();
        }
    }

    /** A picture in a mirror is none of a page. */
    private static boolean isMirrored(DecoderResult decoded) {
        return decoded.getOther() instanceof QRCodeDecoderMetaData told && told.isMirrored();
    }

    private static BentCode code(String text, CodeGrid grid) {
        return new BentCode(text, new CodePlace(spot(grid, 3.5, 29.5), spot(grid, 3.5, 3.5), spot(grid, 29.5, 3.5)));
    }

    private static Spot spot(CodeGrid grid, double column, double row) {
        return new Spot(grid.x(column, row), grid.y(column, row));
    }
}
