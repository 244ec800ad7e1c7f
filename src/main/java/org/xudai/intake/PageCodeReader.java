package org.xudai.intake;

import com.google.zxing.BarcodeFormat;
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
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds page codes in a picture. The sizes and their order are those that found every code of 72 photos, blurred and
 * tilted ones among them; trying harder comes last because it is slow. A photo that a messenger made small is enlarged: its
 * modules of three pixels are found more surely when they have five.
 */
class PageCodeReader {

    private static final String PREFIX = "XD1/";
    private static final int LONGEST = 67;
    private static final int FULL = Integer.MAX_VALUE;
    private static final double LEAST_ENLARGED = 1.25;
    private static final int MOST_ENLARGED = 2;
    private static final List<Integer> SIDES = List.of(1600, 1000, 2400, 700, FULL);
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

    /** Texts of the page codes in a picture; empty where none can be read. */
    Set<String> read(BufferedImage picture, Effort effort) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        int[] sides = SIDES.stream()
                .limit(effort.sizes)
                .mapToInt(side -> worthwhile(side, longest))
                .distinct()
                .toArray();
        List<List<BinaryBitmap>> tried = new ArrayList<>();
        for (int side : sides) {
            List<BinaryBitmap> bitmaps = bitmaps(scaled(picture, side));
            Set<String> found = decoded(bitmaps, QUICK);
            if (!found.isEmpty()) {
                return found;
            }
            tried.add(bitmaps);
        }
        if (effort.harder) {
            for (List<BinaryBitmap> bitmaps : tried) {
                Set<String> found = decoded(bitmaps, HARDER);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return Set.of();
    }

    /** A picture is enlarged only where that gives a code clearly more pixels, and never beyond what it holds. */
    private static int worthwhile(int side, int longest) {
        if (side == FULL || (side > longest && side < LEAST_ENLARGED * longest)) {
            return longest;
        }
        return Math.min(side, MOST_ENLARGED * longest);
    }

    private static Set<String> decoded(List<BinaryBitmap> bitmaps, Map<DecodeHintType, Object> hints) {
        Set<String> found = new LinkedHashSet<>();
        for (BinaryBitmap bitmap : bitmaps) {
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

    /** A bitmap keeps its black points, so that trying harder need not look for them again. */
    private static List<BinaryBitmap> bitmaps(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        LuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return List.of(
                new BinaryBitmap(new HybridBinarizer(source)), new BinaryBitmap(new GlobalHistogramBinarizer(source)));
    }

    /** Other codes on a page, an e-invoice's for one, are none of ours. */
    private static void addCode(Set<String> found, String text) {
        if (text.startsWith(PREFIX) && text.length() <= LONGEST) {
            found.add(text);
        }
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
