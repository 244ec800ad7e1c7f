package org.xudai.intake;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xudai.intake.compare.CodePlace;
import org.xudai.intake.compare.Spot;

/**
 * Finds page codes in a picture. The sizes and their order are those that found every code of 72 photos, blurred and
 * tilted ones among them; what is soft is made sharper then; trying harder comes last because it is slow. A photo that a
 * messenger made small is enlarged: its modules of three pixels are found more surely when they have five.
 */
class PageCodeReader {

    private static final String PREFIX = "XD1/";
    private static final int LONGEST = 67;

    /** The reader gives the centres of the finder patterns first: lower left, upper left, upper right. */
    private static final int FINDERS = 3;

    private static final int FULL = Integer.MAX_VALUE;
    private static final double LEAST_ENLARGED = 1.25;
    private static final int MOST_ENLARGED = 2;
    private static final List<Integer> SIDES = List.of(1600, 1000, 2400, 700, FULL);

    /** Sizes at which what is soft is made sharper, and over which part of their side. */
    private static final List<Integer> SHARPENED = List.of(1600, 2400);

    private static final int SHARPENED_BY = 320;
    private static final Map<DecodeHintType, Object> QUICK =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
    private static final Map<DecodeHintType, Object> HARDER =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, true);
    /** How much a page is worth. */
    enum Effort {
        /** One size: enough for a picture that need not be a form. */
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

    /** The page codes in a picture, each once; empty where none can be read. */
    List<FoundCode> read(BufferedImage picture, Effort effort) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        int[] sides = SIDES.stream()
                .limit(effort.sizes)
                .mapToInt(side -> worthwhile(side, longest))
                .distinct()
                .toArray();
        List<Try> tried = new ArrayList<>();
        for (int side : sides) {
            Try one = new Try((double) side / longest, bitmaps(scaled(picture, side)));
            List<FoundCode> found = one.decoded(QUICK);
            if (!found.isEmpty()) {
                return found;
            }
            tried.add(one);
        }
        if (effort.harder) {
            for (int side : SHARPENED) {
                int size = worthwhile(side, longest);
                BufferedImage sharp = Sharpened.inPlace(scaled(picture, size), Math.max(2, size / SHARPENED_BY));
                Try one = new Try((double) size / longest, bitmaps(sharp));
                List<FoundCode> found = one.decoded(QUICK);
                if (!found.isEmpty()) {
                    return found;
                }
                tried.add(0, one);
            }
            for (Try one : tried) {
                List<FoundCode> found = one.decoded(HARDER);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** A picture is enlarged only where that gives a code clearly more pixels, and never beyond what it holds. */
    private static int worthwhile(int side, int longest) {
        if (side == FULL || (side > longest && side < LEAST_ENLARGED * longest)) {
            return longest;
        }
        return Math.min(side, MOST_ENLARGED * longest);
    }

    /**
     * The picture in one size.
     *
     * @param factor its size to that of the picture
     */
    private record Try(double factor, List<BinaryBitmap> bitmaps) {

        List<FoundCode> decoded(Map<DecodeHintType, Object> hints) {
            Map<String, FoundCode> found = new LinkedHashMap<>();
            for (BinaryBitmap bitmap : bitmaps) {
                try {
                    for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, hints)) {
                        add(found, result);
                    }
                } catch (NotFoundException e) {
                    // a single code may still be found, or with the other binarizer
                }
                if (found.isEmpty()) {
                    try {
                        add(found, new QRCodeReader().decode(bitmap, hints));
                    } catch (ReaderException e) {
                        // as above
                    }
                }
                if (!found.isEmpty()) {
                    break;
                }
            }
            return List.copyOf(found.values());
        }

        /** Other codes on a page, an e-invoice's for one, are none of ours. */
        private void add(Map<String, FoundCode> found, Result result) {
            ResultPoint[] finders = result.getResultPoints();
            String text = result.getText();
            if (text.startsWith(PREFIX) && text.length() <= LONGEST && finders.length >= FINDERS) {
                found.putIfAbsent(
                        text, new FoundCode(text, new CodePlace(spot(finders[0]), spot(finders[1]), spot(finders[2]))));
            }
        }

        private Spot spot(ResultPoint point) {
            return new Spot(point.getX() / factor, point.getY() / factor);
        }
    }

    /** A bitmap keeps its black points, so that trying harder need not look for them again. */
    private static List<BinaryBitmap> bitmaps(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        LuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return List.of(
                new BinaryBitmap(new HybridBinarizer(source)), new BinaryBitmap(new GlobalHistogramBinarizer(source)));
    }

    /** A copy of plain RGB pixels; the received picture may keep its own in any other way. */
    private static BufferedImage scaled(BufferedImage picture, int side) {
        double factor = (double) side / Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = other.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return other;
    }
}
