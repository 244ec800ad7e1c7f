package org.xudai.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Tells how much the streams of a file (ISO 32000-1, 7.3.8) unpack to, before anything holds the result in memory. Sizes
 * are believed where the file states them; packed bytes are counted while they are thrown away.
 */
final class StreamWeight {

    /** Text, drawing, fonts: no page needs as much. */
    private static final long MOST_UNPACKED = 64L << 20;

    private static final long MOST_UNPACKED_OF_FILE = 512L << 20;
    private static final long MOST_PIXELS = 100_000_000L;
    private static final long BEST_PACKING = 1_500;
    private static final Set<String> PACKING =
            Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL", "CCITTFaxDecode", "CCF");
    private static final Set<String> PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");

    private final long mostOfFile;
    private long unpacked;

    /** Weighs an upload of a borrower. */
    StreamWeight() {
        this(MOST_UNPACKED_OF_FILE);
    }

    /**
     * @param mostOfFile how much all streams of the file together may unpack to, in bytes
     */
    StreamWeight(long mostOfFile) {
        this.mostOfFile = mostOfFile;
    }

    /** Whether the stream is too heavy, alone or together with those before it. */
    boolean isTooMuch(COSStream stream) throws IOException {
        if (isTooLarge(stream.getInt(COSName.WIDTH), stream.getInt(COSName.HEIGHT))) {
            return true;
        }
        for (COSDictionary parameters : parameters(stream)) {
            if (isTooLarge(parameters.getInt(COSName.COLUMNS), parameters.getInt(COSName.ROWS))) {
                return true;
            }
        }
        List<String> filters = filters(stream);
        if (filters.stream().filter(PACKING::contains).count() > 1) {
            return true;
        }
        if (filters.isEmpty() || !PACKING.contains(filters.get(0)) || PICTURES.contains(filters.get(0))) {
            return false;
        }
        long most = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) ? MOST_UNPACKED_OF_FILE : MOST_UNPACKED;
        if (stream.getLength() * BEST_PACKING <= MOST_UNPACKED / 8) {
            return false;
        }
        unpacked += unpackedSize(stream, filters.get(0), most);
        return unpacked > mostOfFile;
    }

    /** Whether a picture has more pixels than any paper needs; what is not stated counts as one. */
    static boolean isTooLarge(int width, int height) {
        return Math.max(1L, width) * Math.max(1L, height) > MOST_PIXELS;
    }

    private static long unpackedSize(COSStream stream, String filter, long most) throws IOException {
        Counter counter = new Counter(most);
        try (InputStream packed = stream.createRawInputStream()) {
            FilterFactory.INSTANCE.getFilter(filter).decode(packed, counter, stream, 0);
        } catch (TooMuch e) {
            return Long.MAX_VALUE / 2;
        }
        return counter.count;
    }

    private static List<String> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        List<String> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name.getName());
                }
            }
        }
        return names;
    }

    private static List<COSDictionary> parameters(COSStream stream) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        List<COSDictionary> found = new ArrayList<>();
        if (parameters instanceof COSDictionary dictionary) {
            found.add(dictionary);
        } else if (parameters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary dictionary) {
                    found.add(dictionary);
                }
            }
        }
        return found;
    }

    /** Thrown to stop the unpacking. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counter extends OutputStream {

        private final long most;
        private long count;

        Counter(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            add(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            add(length);
        }

        private void add(int length) throws IOException {
            count += length;
            if (count > most) {
                throw new TooMuch();
            }
        }
    }
}
