package org.xudai.intake;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/** Reads received pictures: size from the header first, then upright and in bounded size. */
@Component
class Pictures {

    private static final long SUBSAMPLE_ABOVE = 16_000_000L;

    /** A picture cannot be read. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        Unreadable(String message) {
            super(message);
        }
    }

    /** A picture has more pixels than the limit. */
    static final class TooManyPixels extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads every page (all of a TIFF, the first frame of anything else).
     *
     * @param each gets number, from 1, and picture
     */
    void read(Path file, FileKind kind, int maxMegapixels, int maxPages, BiConsumer<Integer, BufferedImage> each)
            throws IOException {
        if (kind == FileKind.JPEG) {
            requireWholeJpeg(file);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Unreadable("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, false);
                int pages = kind == FileKind.TIFF ? reader.getNumImages(true) : 1;
                if (pages < 1) {
                    throw new Unreadable("no picture in it");
                }
                for (int page = 0; page < Math.min(pages, maxPages + 1); page++) {
                    each.accept(page + 1, upright(page(reader, page, maxMegapixels), file, kind));
                }
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new Unreadable("the picture is damaged", e);
        }
    }

    private static BufferedImage page(ImageReader reader, int page, int maxMegapixels) throws IOException {
        long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
        if (pixels <= 0) {
            throw new Unreadable("no pixels");
        }
        if (pixels > maxMegapixels * 1_000_000L) {
            throw new TooManyPixels();
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        if (pixels > SUBSAMPLE_ABOVE) {
            parameters.setSourceSubsampling(2, 2, 0, 0);
        }
        return reader.read(page, parameters);
    }

    /** A JPEG cut in half decodes without complaint: its end marker has to be there behind the start of the scan. */
    private static void requireWholeJpeg(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) != 0xda) {
            at += 2 + (((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff));
        }
        for (int i = Math.max(at, 2); i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) {
                return;
            }
        }
        throw new Unreadable("the end of the picture is missing");
    }

    private static BufferedImage upright(BufferedImage picture, Path file, FileKind kind) {
        int orientation = kind == FileKind.JPEG ? orientation(file) : 1;
        return turned(picture, orientation);
    }

    private static int orientation(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            for (JPEGSegment segment : segments) {
                try (InputStream data = segment.data()) {
                    data.skipNBytes(1);
                    Directory exif = new TIFFReader().read(ImageIO.createImageInputStream(data));
                    Entry entry = exif.getEntryById(TIFF.TAG_ORIENTATION);
                    if (entry != null && entry.getValue() instanceof Number number) {
                        return number.intValue();
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return 1; // without a readable orientation the picture is shown as it lies
        }
        return 1;
    }

    /** Turns a picture upright by its EXIF orientation, 1 to 8. */
    private static BufferedImage turned(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean swapped = orientation >= 5 && orientation <= 8;
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
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return target;
    }
}
