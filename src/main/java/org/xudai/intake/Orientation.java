package org.xudai.intake;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** How a picture was held (Exif 2.32, tag 0x0112), for showing it upright. The bytes received stay as they lie. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int EXIF_PREFIX = 6;
    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;

    private Orientation() {}

    /** 1 to 8; without a readable orientation 1, which shows the picture as it lies. */
    static int of(Path file, FileKind kind, int page) {
        try {
            return switch (kind) {
                case JPEG -> ofJpeg(file);
                case TIFF -> ofTiff(file, page);
                case PNG -> ofExif(chunk(file, PNG_SIGNATURE, ByteOrder.BIG_ENDIAN));
                case WEBP -> ofExif(chunk(file, RIFF_HEADER, ByteOrder.LITTLE_ENDIAN));
                default -> UPRIGHT;
            };
        } catch (IOException | RuntimeException e) {
            return UPRIGHT;
        }
    }

    /** The picture turned upright, without transparency, on white. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == UPRIGHT && picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean swapped = orientation >= 5 && orientation <= LAST;
        AffineTransform turn = new AffineTransform();
        switch (orientation) {
            case 2 -> turn.setTransform(-1, 0, 0, 1, width, 0);
            case 3 -> turn.setTransform(-1, 0, 0, -1, width, height);
            case 4 -> turn.setTransform(1, 0, 0, -1, 0, height);
            case 5 -> turn.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turn.setTransform(0, 1, -1, 0, height, 0);
            case 7 -> turn.setTransform(0, -1, -1, 0, height, width);
            case 8 -> turn.setTransform(0, -1, 1, 0, 0, width);
            default -> turn.setToIdentity();
        }
        BufferedImage target =
                new BufferedImage(swapped ? height : width, swapped ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return target;
    }

    private static int ofJpeg(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            for (JPEGSegment segment : segments) {
                try (InputStream data = segment.data()) {
                    data.skipNBytes(1);
                    int found = ofDirectory(new TIFFReader().read(ImageIO.createImageInputStream(data)));
                    if (found != UPRIGHT) {
                        return found;
                    }
                }
            }
        }
        return UPRIGHT;
    }

    private static int ofTiff(Path file, int page) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Directory tags = new TIFFReader().read(in);
            return ofDirectory(
                    tags instanceof CompoundDirectory pages && page < pages.directoryCount()
                            ? pages.getDirectory(page)
                            : tags);
        }
    }

    private static int ofExif(byte @Nullable [] exif) throws IOException {
        if (exif == null) {
            return UPRIGHT;
        }
        boolean prefixed = new String(exif, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0");
        InputStream in = new ByteArrayInputStream(exif);
        in.skipNBytes(prefixed ? EXIF_PREFIX : 0);
        return ofDirectory(new TIFFReader().read(ImageIO.createImageInputStream(in)));
    }

    private static int ofDirectory(Directory tags) {
        Entry entry = tags.getEntryById(TIFF.TAG_ORIENTATION);
        int found = entry != null && entry.getValue() instanceof Number number ? number.intValue() : UPRIGHT;
        return found >= UPRIGHT && found <= LAST ? found : UPRIGHT;
    }

    /** The first Exif chunk: PNG writes length and name, RIFF name and length. */
    private static byte @Nullable [] chunk(Path file, int start, ByteOrder order) throws IOException {
        boolean png = order.equals(ByteOrder.BIG_ENDIAN);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(order);
        int at = start;
        while (at + 8 <= bytes.limit()) {
            int length = bytes.getInt(png ? at : at + 4);
            if (length < 0 || length > bytes.limit() - at - 8) {
                return null;
            }
            String name = new String(bytes.array(), png ? at + 4 : at, 4, StandardCharsets.ISO_8859_1);
            if (name.equalsIgnoreCase("eXIf")) {
                byte[] found = new byte[length];
                bytes.get(at + 8, found);
                return found;
            }
            at += 8 + length + (png ? 4 : length % 2);
        }
        return null;
    }
}
