package org.xudai.forms;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * QR codes (ISO/IEC 18004, level Q) that a plain reader finds. By chance some codes hold a pattern that a reader takes for a
 * corner, one in a hundred or two, however well it is printed; the standard's eight masks draw the same text in other
 * patterns, and the first is taken that is read.
 */
final class ReadableCode {

    private static final int MASKS = 8;
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS = 4;
    private static final byte WHITE = (byte) 0xff;

    private ReadableCode() {}

    /**
     * The modules of a code, without a quiet zone; true is dark.
     *
     * @param version of the standard, 1 to 40: its size
     * @throws IllegalStateException where the text does not fit that version
     */
    static boolean[][] modules(String text, int version) {
        Map<EncodeHintType, Object> size = Map.of(EncodeHintType.QR_VERSION, version);
        Stream<Map<EncodeHintType, Object>> masked = IntStream.range(0, MASKS)
                .mapToObj(mask -> Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.QR_MASK_PATTERN, mask));
        ByteMatrix byPenalty = drawn(text, size);
        return modules(Stream.concat(Stream.of(byPenalty), masked.map(hints -> drawn(text, hints)))
                .filter(matrix -> isRead(matrix, text))
                .findFirst()
                .orElse(byPenalty));
    }

    private static ByteMatrix drawn(String text, Map<EncodeHintType, Object> hints) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.Q, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("a page code is too long", e);
        }
    }

    private static boolean isRead(ByteMatrix matrix, String text) {
        int side = (matrix.getWidth() + 2 * QUIET_ZONE) * PIXELS;
        byte[] grey = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                grey[y * side + x] = isDark(matrix, y / PIXELS - QUIET_ZONE, x / PIXELS - QUIET_ZONE) ? 0 : WHITE;
            }
        }
        var picture = new PlanarYUVLuminanceSource(grey, side, side, 0, 0, side, side, false);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                    .getText()
                    .equals(text);
        } catch (ReaderException e) {
            return false;
        }
    }

    private static boolean isDark(ByteMatrix matrix, int row, int column) {
        return row >= 0
                && column >= 0
                && row < matrix.getHeight()
                && column < matrix.getWidth()
                && matrix.get(column, row) == 1;
    }

    private static boolean[][] modules(ByteMatrix matrix) {
        boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                modules[row][column] = isDark(matrix, row, column);
            }
        }
        return modules;
    }
}
