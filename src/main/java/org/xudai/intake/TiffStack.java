package org.xudai.intake;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pages of a TIFF, each read when it is asked for. */
final class TiffStack implements Closeable {

    /** An A3 sheet at 300 pixels an inch; finer scans are read at half their resolution. */
    private static final long MOST_PIXELS = 18_000_000;

    /** What a PNG can hold as it is. */
    private static final Set<Integer> KEPT = Set.of(
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_INT_RGB);

    private static final String DIRECTORY = "the directory is damaged";

    private final Path file;
    private final ImageInputStream in;
    private final ImageReader reader;

    private TiffStack(Path file, ImageInputStream in, ImageReader reader) {
        this.file = file;
        this.in = in;
        this.reader = reader;
    }

    static TiffStack open(Path file) throws IOException {
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            throw new Pictures.Unreadable("no reader");
        }
        ImageReader reader = readers.next();
        reader.setInput(in, false, false);
        return new TiffStack(file, in, reader);
    }

    /**
     * How many pages there are.
     *
     * @throws IOException where the directory is damaged
     */
    int count() throws IOException {
        return read(DIRECTORY, () -> reader.getNumImages(true));
    }

    /**
     * How many pixels a page has, from 1.
     *
     * @throws IOException where the directory is damaged
     */
    long pixels(int page) throws IOException {
        return read(DIRECTORY, () -> (long) reader.getWidth(page - 1) * reader.getHeight(page - 1));
    }

    /**
     * A page, from 1, upright; with the pixels it has where it is no finer than it need be.
     *
     * @throws IOException where it is damaged
     */
    BufferedImage page(int page) throws IOException {
        return read("the picture is damaged", () -> {
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) pixels(page) / MOST_PIXELS));
            if (step > 1) {
                parameters.setSourceSubsampling(step, step, 0, 0);
            }
            BufferedImage picture = reader.read(page - 1, parameters);
            int held = Orientation.of(file, FileKind.TIFF, page - 1);
            return held == 1 && KEPT.contains(picture.getType()) ? picture : Orientation.upright(picture, held);
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Java's reader believes the tags of a TIFF: what they lie about ends in any exception, an index or a cast for one. */
    private static <T> T read(String failure, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (RuntimeException e) {
            throw new Pictures.Unreadable(failure, e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
