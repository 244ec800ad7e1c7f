package org.xudai.intake;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Finds page codes in a picture. The sizes and their order are those that found every code of 72 photos, blurred and
 * tilted ones among them; trying harder comes last because it is slow. A photo that a messenger made small is enlarged: its
 * modules of three pixels are found more surely when they have five.
 */
@Component
class PageCodeReader {

    private static final String PREFIX = "XD1/";
    private static final int FULL = Integer.MAX_VALUE;
    private static final int MOST_ENLARGED = 2;
    private static final List<Integer> SIDES = List.of(1600, 1000, 2400, 700, FULL);
    private static final Map<DecodeHintType, Object> QUICK =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
    private static final Map<DecodeHintType, Object> HARDER =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, true);
    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    /** How much a page is worth. */
    enum Effort {
        /** One size: enough for a page drawn by a program, and for a picture that need not be a form. */
        LITTLE(1, false),
        /** Every size, then the slow ways. */
        ALL(SIDES.size(), true);

        private final int sizes;
        private final boolean harder;

        Effort(int sizes, boolean harder) {
            this.sizes = sizes;
            this.harder = harder;
        }
    }

    /** Texts of the page codes in a picture; empty where none can be read. */
    Set<String> read(BufferedImage picture, Effort effort) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        List<LuminanceSource> sizes = SIDES.stream()
                .limit(effort.sizes)
                .map(side -> side == FULL ? longest : Math.min(side, MOST_ENLARGED * longest))
                .distinct()
                .map(side -> luminance(scaled(picture, side)))
                .toList();
        for (Map<DecodeHintType, Object> hints : effort.harder ? List.of(QUICK, HARDER) : List.of(QUICK)) {
            for (LuminanceSource size : sizes) {
                Set<String> found = decoded(size, hints);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return Set.of();
    }

    private static Set<String> decoded(LuminanceSource source, Map<DecodeHintType, Object> hints) {
        Set<String> found = new LinkedHashSet<>();
        for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
            BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(source));
            try {
                for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, hints)) {
                    addCode(found, result.getText());
                }
            } catch (NotFoundException e) {
                // a single code may still be found, or with the other binarizer
            }
            if (found.isEmpty()) {
                try {
                    addCode(found, new QRCodeReader().decode(bitmap, hints).getText());
                } catch (ReaderException e) {
                    // as above
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    private static LuminanceSource luminance(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Other codes on a page, an e-invoice's for one, are none of ours. */
    private static void addCode(Set<String> found, String text) {
        if (text.startsWith(PREFIX)) {
            found.add(text);
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int side) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (side == longest) {
            return picture;
        }
        double factor = (double) side / longest;
        int width = Math.max(1, (int) (picture.getWidth() * factor));
        int height = Math.max(1, (int) (picture.getHeight() * factor));
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = other.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                factor < 1 ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return other;
    }
}
