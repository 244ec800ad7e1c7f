package org.xudai.pdf;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Opens received PDFs: nothing in them ever runs or is fetched. */
@Component
public class ReceivedPdf {

    /**
     * A page as it looks.
     *
     * @param picture the page
     * @param photographed whether it is mainly a picture of paper, not drawn by a program
     */
    public record PageView(BufferedImage picture, boolean photographed) {}

    /** Looks at a file without drawing it. Damage is an answer, never an exception. */
    public PdfFacts examine(Path file) {
        return examine(file, new StreamWeight());
    }

    /**
     * As above, for a stack of many scans.
     *
     * @param mostUnpacked how much its streams together may unpack to
     */
    public PdfFacts examine(Path file, DataSize mostUnpacked) {
        return examine(file, new StreamWeight(mostUnpacked.toBytes()));
    }

    private static PdfFacts examine(Path file, StreamWeight weight) {
        try (RandomAccessRead source = new RandomAccessReadBufferedFile(file.toFile())) {
            ReceivedParser parser = new ReceivedParser(source);
            try (PDDocument document = parser.parse()) {
                return facts(document, parser, weight);
            }
        } catch (InvalidPasswordException | ReceivedParser.EncryptedForOthers e) {
            return PdfFacts.encrypted();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return PdfFacts.damaged();
        }
    }

    /**
     * Opens a file to draw its pages.
     *
     * @param patience how long each page may take
     * @throws IOException where it cannot be read
     */
    public Pages open(Path file, Duration patience) throws IOException {
        RandomAccessRead source = new RandomAccessReadBufferedFile(file.toFile());
        try {
            return new Pages(source, new ReceivedParser(source).parse(), patience);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw new IOException("the file cannot be read", e);
        }
    }

    private static PdfFacts facts(PDDocument document, ReceivedParser parser, StreamWeight weight) throws IOException {
        if (document.isEncrypted()) {
            return PdfFacts.encrypted();
        }
        int pages = document.getNumberOfPages();
        if (pages < 1) {
            return PdfFacts.damaged();
        }
        Set<PdfFacts.Active> active = EnumSet.noneOf(PdfFacts.Active.class);
        new ActiveContent(active, weight).scan(document.getDocument().getTrailer());
        int signatures = document.getSignatureDictionaries().size();
        return active.isEmpty() && parser.damaged()
                ? PdfFacts.damaged()
                : new PdfFacts(true, pages, active, signatures);
    }

    /** The pages of an open file. */
    public static final class Pages implements Closeable {

        private final RandomAccessRead source;
        private final PDDocument document;
        private final WatchedRenderer renderer;

        private Pages(RandomAccessRead source, PDDocument document, Duration patience) {
            this.source = source;
            this.document = document;
            this.renderer = new WatchedRenderer(document, patience);
        }

        public int count() {
            return document.getNumberOfPages();
        }

        /**
         * Draws a page, from 1.
         *
         * @param longSide longest side of the page in pixels; the picture's is the whole number below
         * @throws IOException where the page cannot be drawn
         * @throws DrawingTakesTooLong where the patience ended
         */
        public PageView draw(int page, double longSide) throws IOException {
            return read("the page cannot be drawn", () -> renderer.view(page - 1, longSide));
        }

        /**
         * Takes a page of a scanned stack apart, from 1: as it looks, at the resolution of its scan, and the file of the scan
         * itself where the page is nothing else.
         *
         * @throws IOException where the page cannot be drawn
         * @throws DrawingTakesTooLong where the patience ended
         */
        public ScannedPage scan(int page) throws IOException {
            return read("the page cannot be drawn", () -> renderer.scan(page - 1));
        }

        /**
         * The values of its form fields by full name, as texts; empty where it is no form.
         *
         * @throws IOException where they cannot be read
         */
        public Map<String, String> fields() throws IOException {
            return read("the fields cannot be read", () -> FieldValues.of(document));
        }

        private interface Reading<T> {
            T read() throws IOException;
        }

        /** What a file makes the PDF library stumble over is damage of the file; patience that ended is none. */
        private static <T> T read(String failure, Reading<T> reading) throws IOException {
            try {
                return reading.read();
            } catch (DrawingTakesTooLong e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                throw new IOException(failure, e);
            }
        }

        @Override
        public void close() throws IOException {
            document.close();
            source.close();
        }
    }
}
