package org.xudai.intake;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * Tells whether a picture is all there. Decoders make the best of one that was cut off: they paint the rest grey, and nobody
 * would know that half a licence is missing.
 */
final class WholePicture {

    private static final int PNG_SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;
    private static final int RIFF_HEADER = 8;
    private static final int UNCOMPRESSED = 1;
    private static final Set<String> PACKED_CHUNKS = Set.of("iCCP", "zTXt");

    private WholePicture() {}

    /**
     * Checks a file that was sniffed as a picture.
     *
     * @throws Pictures.Unreadable where something of it is missing
     */
    static void require(Path file, FileKind kind) throws IOException {
        boolean whole =
                switch (kind) {
                    case JPEG -> hasEnd(Files.readAllBytes(file));
                    case PNG -> hasWholeChunks(Files.readAllBytes(file));
                    case WEBP -> hasWholeRiff(file);
                    case TIFF -> hasAllStrips(file);
                    default -> true;
                };
        if (!whole) {
            throw new Pictures.Unreadable("a part of the picture is missing");
        }
    }

    /** The end marker (ITU-T T.81, B.1.1.3) behind the start of the scan; a thumbnail's lies before it. */
    private static boolean hasEnd(byte[] bytes) {
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) != 0xda) {
            at += 2 + (((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff));
        }
        for (int i = Math.max(at, 2); i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }

    /** Chunks to the last one with their check sums (ISO/IEC 15948, 5.3), packed the one way there is. */
    private static boolean hasWholeChunks(byte[] bytes) {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        int at = PNG_SIGNATURE;
        while (at + CHUNK_FRAME <= png.limit()) {
            int length = png.getInt(at);
            if (length < 0 || length > png.limit() - at - CHUNK_FRAME) {
                return false;
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            CRC32 sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            if ((int) sum.getValue() != png.getInt(at + 8 + length)) {
                return false;
            }
            if (PACKED_CHUNKS.contains(type) && packing(png, at + 8, length) != 0) {
                return false;
            }
            if (type.equals("IEND")) {
                return true;
            }
            at += CHUNK_FRAME + length;
        }
        return false;
    }

    /** The method byte behind the name, which ends with a zero. */
    private static int packing(ByteBuffer png, int start, int length) {
        int at = start;
        while (at < start + length - 1 && png.get(at) != 0) {
            at++;
        }
        return at + 1 < start + length ? png.get(at + 1) : -1;
    }

    private static boolean hasWholeRiff(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(RIFF_HEADER);
            long stated = Integer.toUnsignedLong(ByteBuffer.wrap(head)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .getInt(4));
            return stated + RIFF_HEADER <= Files.size(file);
        }
    }

    /** Every strip or tile (TIFF 6.0, sections 3 and 15) lies within the file, plain ones are as long as their rows. */
    private static boolean hasAllStrips(Path file) throws IOException {
        long size = Files.size(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (new TIFFReader().read(in) instanceof CompoundDirectory pages) {
                for (int page = 0; page < pages.directoryCount(); page++) {
                    Directory tags = pages.getDirectory(page);
                    if (!liesWithin(tags, TIFF.TAG_STRIP_OFFSETS, TIFF.TAG_STRIP_BYTE_COUNTS, size)
                            || !liesWithin(tags, TIFF.TAG_TILE_OFFSETS, TIFF.TAG_TILE_BYTE_COUNTS, size)
                            || !hasAllRows(tags)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (RuntimeException e) {
            throw new Pictures.Unreadable("the directory is damaged", e);
        }
    }

    private static boolean liesWithin(Directory tags, int offsetsTag, int lengthsTag, long size) {
        Entry offsets = tags.getEntryById(offsetsTag);
        Entry lengths = tags.getEntryById(lengthsTag);
        if (offsets == null) {
            return true;
        }
        for (int i = 0; i < offsets.valueCount(); i++) {
            long start = number(offsets, i);
            long length = lengths == null || i >= lengths.valueCount() ? 0 : number(lengths, i);
            if (start < 0 || start >= size || start + length > size) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAllRows(Directory tags) {
        Entry lengths = tags.getEntryById(TIFF.TAG_STRIP_BYTE_COUNTS);
        if (lengths == null || first(tags, TIFF.TAG_COMPRESSION, UNCOMPRESSED) != UNCOMPRESSED) {
            return true;
        }
        long height = first(tags, TIFF.TAG_IMAGE_HEIGHT, 0);
        long rows = Math.min(height, first(tags, TIFF.TAG_ROWS_PER_STRIP, height));
        long bits = first(tags, TIFF.TAG_BITS_PER_SAMPLE, 1);
        long samples =
                first(tags, TIFF.TAG_PLANAR_CONFIGURATION, 1) == 1 ? first(tags, TIFF.TAG_SAMPLES_PER_PIXEL, 1) : 1;
        long row = (first(tags, TIFF.TAG_IMAGE_WIDTH, 0) * samples * bits + 7) / 8;
        return number(lengths, 0) >= rows * row;
    }

    private static long first(Directory tags, int tag, long otherwise) {
        Entry entry = tags.getEntryById(tag);
        return entry == null ? otherwise : number(entry, 0);
    }

    private static long number(Entry entry, int index) {
        Object value = entry.getValue();
        Object one = value.getClass().isArray() ? Array.get(value, index) : value;
        return one instanceof Number number ? number.longValue() : -1;
    }
}
