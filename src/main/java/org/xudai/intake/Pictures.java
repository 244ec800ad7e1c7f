package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads received pictures: size from the header first, then upright and in bounded size. */
class Pictures {

    private static final long SUBSAMPLE_ABOVE = 16_000_000L;

    private final HeicConverter heic;
    private final InspectionLimits limits;

    Pictures(HeicConverter heic, InspectionLimits limits) {
        this.heic = heic;
        this.limits = limits;
    }

    /** Takes a page of a picture. */
    interface Each {
        void page(int page, BufferedImage picture) throws IOException;
    }

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

    /** A picture has more pixels or pages than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether pictures of this kind can be read on this machine. */
    boolean canRead(FileKind kind) {
        return kind != FileKind.HEIC || heic.isThere();
    }

    /**
     * Reads every page (all of a TIFF, the first frame of anything else).
     *
     * @param each gets number, from 1, and picture
     * @throws TooLarge where it has too many pages or pixels, before any is decoded
     * @throws IOException where the picture is damaged or cut off
     */
    void read(Path file, FileKind kind, Each each) throws IOException {
        if (kind == FileKind.HEIC) {
            readHeic(file, each);
            return;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(in);
            try {
                int pages = pages(reader, in, kind);
                WholePicture.require(file, kind);
                for (int page = 0; page < pages; page++) {
                    BufferedImage picture = page(reader, page);
                    each.page(page + 1, Orientation.upright(picture, Orientation.of(file, kind, page)));
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private void readHeic(Path file, Each each) throws IOException {
        Path directory = Files.createTempDirectory("xudai-heic");
        try {
            Path jpeg = heic.converted(file, directory);
            read(jpeg, FileKind.JPEG, each);
        } finally {
            try (var left = Files.list(directory)) {
                for (Path path : left.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(directory);
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new Unreadable("no reader");
        }
        return readers.next();
    }

    /** How many pages there are, none of them over the limit. */
    private int pages(ImageReader reader, ImageInputStream in, FileKind kind) throws IOException {
        try {
            reader.setInput(in, false, false);
            int pages = kind == FileKind.TIFF ? reader.getNumImages(true) : 1;
            if (pages < 1) {
                throw new Unreadable("no picture in it");
            }
            if (pages > limits.maxPages()) {
                throw new TooLarge();
            }
            for (int page = 0; page < pages; page++) {
                requireFewPixels(reader, page);
            }
            return pages;
        } catch (RuntimeException e) {
            throw new Unreadable("the picture is damaged", e);
        }
    }

    private void requireFewPixels(ImageReader reader, int page) throws IOException {
        long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
        if (pixels <= 0) {
            throw new Unreadable("no pixels");
        }
        if (pixels > limits.maxMegapixels() * 1_000_000L) {
            throw new TooLarge();
        }
    }

    private static BufferedImage page(ImageReader reader, int page) throws IOException {
        try {
            ImageReadParam parameters = reader.getDefaultReadParam();
            if ((long) reader.getWidth(page) * reader.getHeight(page) > SUBSAMPLE_ABOVE) {
                parameters.setSourceSubsampling(2, 2, 0, 0);
            }
            return reader.read(page, parameters);
        } catch (RuntimeException e) {
            throw new Unreadable("the picture is damaged", e);
        }
    }
}
