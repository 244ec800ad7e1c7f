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
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xudai.intake.bent.BentCode;
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

    /** Size at which codes on bent paper are looked for: a module of a messenger's photo has four pixels. */
    private static final int BENT_SIDE = 2400;

    /** Sizes at which what is soft is made sharper, and over which part of their side. */
    private static final List<Integer> SHARPENED = List.of(1600, 2400);

    private static final int SHARPENED_BY = 320;

    /** Sizes at which a second page beside the first is looked for: it is smaller than one by itself. */
    private static final List<Integer> NEIGHBOURS = List.of(2400, 1600);

    /**
     * A code that takes more of the picture's longest side belongs to a page beside which there is no room for another: of two
     * pages side by side it takes at most a nineteenth.
     */
    private static final double LONE_CODE = 0.055;

    /** Where much print is sharpened its corners are taken for a code's: parts are looked at by themselves, a little sharper. */
    private static final int PARTS_SIDE = 2400;

    private static final int PARTS_SHARPENED_BY = 480;
    private static final int PART = 400;
    private static final int PART_STEP = 200;
    private static final Map<DecodeHintType, Object> QUICK =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
    private static final Map<DecodeHintType, Object> HARDER =
            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, true);

    /** How much a page is worth. */
    enum Effort {
        /** One size: enough for a picture that need not be a form. */
        LITTLE(1, false, false),
        /** Every size, then harder: what a program drew is never soft. */
        DRAWN(SIDES.size(), true, false),
        /** Every size, then sharpened and in parts, then harder: a picture may be out of focus. */
        ALL(SIDES.size(), true, true);

        private final int sizes;
        private final boolean harder;
        private final boolean soft;

        Effort(int sizes, boolean harder, boolean soft) {
            this.sizes = sizes;
            this.harder = harder;
            this.soft = soft;
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
            Try one = Try.whole((double) side / longest, scaled(picture, side));
            List<FoundCode> found = one.decoded(QUICK);
            if (!found.isEmpty()) {
                return effort.harder ? withNeighbours(found, picture) : found;
            }
            tried.add(one);
        }
        if (effort.soft) {
            List<FoundCode> bent = bent(picture, longest);
            if (!bent.isEmpty()) {
                return bent;
            }
            for (int side : SHARPENED) {
                int size = worthwhile(side, longest);
                BufferedImage sharp = Sharpened.inPlace(scaled(picture, size), Math.max(2, size / SHARPENED_BY));
                Try one = Try.whole((double) size / longest, sharp);
                List<FoundCode> found = one.decoded(QUICK);
                if (!found.isEmpty()) {
                    return found;
                }
                tried.add(0, one);
            }
            int size = worthwhile(PARTS_SIDE, longest);
            BufferedImage sharp = Sharpened.inPlace(scaled(picture, size), Math.max(2, size / PARTS_SHARPENED_BY));
            List<FoundCode> inPart = inParts(sharp, (double) size / longest);
            if (!inPart.isEmpty()) {
                return inPart;
            }
        }
        if (effort.harder) {
            for (Try one : tried) {
                List<FoundCode> found = one.decoded(HARDER);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** The codes on paper that is bent, or slants so much that its corners are not seen as such elsewhere. */
    private static List<FoundCode> bent(BufferedImage picture, int longest) {
        int side = worthwhile(BENT_SIDE, longest);
        double factor = (double) side / longest;
        return BentCode.in(scaled(picture, side), PageCodeReader::isPageCode).stream()
                .map(code -> new FoundCode(code.text(), scaled(code.place(), factor)))
                .toList();
    }

    private static CodePlace scaled(CodePlace place, double factor) {
        return new CodePlace(
                scaled(place.bottomLeft(), factor), scaled(place.topLeft(), factor), scaled(place.topRight(), factor));
    }

    private static Spot scaled(Spot spot, double factor) {
        return new Spot(spot.x() / factor, spot.y() / factor);
    }

    /** Other codes on a page, an e-invoice's for one, are none of ours. */
    private static boolean isPageCode(String text) {
        return text.startsWith(PREFIX) && text.length() <= LONGEST;
    }

    /** What was found, and what a closer look finds besides where the page leaves room for another. */
    private static List<FoundCode> withNeighbours(List<FoundCode> found, BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (found.stream().anyMatch(code -> code.place().side() > LONE_CODE * longest)) {
            return found;
        }
        Map<String, FoundCode> all = new LinkedHashMap<>();
        found.forEach(code -> all.put(code.text(), code));
        for (int size : NEIGHBOURS) {
            int side = worthwhile(size, longest);
            double factor = (double) side / longest;
            BufferedImage rest = scaled(picture, side);
            List<FoundCode> more = List.copyOf(all.values());
            while (!more.isEmpty()) {
                more.forEach(code -> cover(rest, code.place(), factor));
                more = Try.whole(factor, rest).decoded(QUICK).stream()
                        .filter(code -> all.putIfAbsent(code.text(), code) == null)
                        .toList();
            }
        }
        return List.copyOf(all.values());
    }

    /** Takes a code out of a picture: the reader seldom tells the corners of two from one another. */
    private static void cover(BufferedImage picture, CodePlace code, double factor) {
        double x = (code.topRight().x() + code.bottomLeft().x()) / 2 * factor;
        double y = (code.topRight().y() + code.bottomLeft().y()) / 2 * factor;
        double reach = code.side() * factor;
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(x - reach, y - reach, 2 * reach, 2 * reach));
        graphics.dispose();
    }

    /** The codes in the first part of a picture in which there are any. */
    private static List<FoundCode> inParts(BufferedImage picture, double factor) {
        LuminanceSource whole = source(picture);
        for (int top = 0; top < Math.max(1, whole.getHeight() - PART_STEP); top += PART_STEP) {
            for (int left = 0; left < Math.max(1, whole.getWidth() - PART_STEP); left += PART_STEP) {
                int width = Math.min(PART, whole.getWidth() - left);
                int height = Math.min(PART, whole.getHeight() - top);
                Try part = new Try(factor, left, top, bitmaps(whole.crop(left, top, width, height)));
                List<FoundCode> found = part.decoded(QUICK);
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
     * The picture in one size, or a part of it.
     *
     * @param factor its size to that of the picture
     * @param left where the part begins, in pixels of that size
     * @param top as {@code left}
     */
    private record Try(double factor, int left, int top, List<BinaryBitmap> bitmaps) {

        static Try whole(double factor, BufferedImage picture) {
            return new Try(factor, 0, 0, PageCodeReader.bitmaps(source(picture)));
        }

        /** The codes that one binarizer shows; the next one is asked where the first shows none. */
        List<FoundCode> decoded(Map<DecodeHintType, Object> hints) {
            for (BinaryBitmap bitmap : bitmaps) {
                List<FoundCode> found = in(bitmap, hints);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }

        private List<FoundCode> in(BinaryBitmap bitmap, Map<DecodeHintType, Object> hints) {
            Map<String, FoundCode> found = new LinkedHashMap<>();
            try {
                for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, hints)) {
                    add(found, result);
                }
            } catch (NotFoundException e) {
                // a single code may still be found
            }
            if (found.isEmpty()) {
                try {
                    add(found, new QRCodeReader().decode(bitmap, hints));
                } catch (ReaderException e) {
                    // there is none, or not in this light
                }
            }
            return List.copyOf(found.values());
        }

        private void add(Map<String, FoundCode> found, Result result) {
            ResultPoint[] finders = result.getResultPoints();
            String text = result.getText();
            if (isPageCode(text) && finders.length >= FINDERS) {
                found.putIfAbsent(
                        text, new FoundCode(text, new CodePlace(spot(finders[0]), spot(finders[1]), spot(finders[2]))));
            }
        }

        private Spot spot(ResultPoint point) {
            return new Spot((left + point.getX()) / factor, (top + point.getY()) / factor);
        }
    }

    /** A bitmap keeps its black points, so that trying harder need not look for them again. */
    private static List<BinaryBitmap> bitmaps(LuminanceSource source) {
        return List.of(
                new BinaryBitmap(new HybridBinarizer(source)), new BinaryBitmap(new GlobalHistogramBinarizer(source)));
    }

    private static LuminanceSource source(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        return new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
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
