package org.xudai.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Papers laid on a scanner's feeder, and what the scanner makes of them. */
public final class ScanStack {

    private static final float POINTS = 72f;
    private static final float DOTS_PER_INCH = 130f;
    private static final int DUST = 250;
    private static final byte[] BACK = jpeg(emptyPage());

    private final List<byte[]> pages = new ArrayList<>();

    /** Adds a page, a JPEG. */
    public ScanStack with(byte[] jpeg) {
        pages.add(jpeg.clone());
        return this;
    }

    /** Adds pages. */
    public ScanStack with(List<byte[]> jpegs) {
        jpegs.forEach(this::with);
        return this;
    }

    /** Adds a page that was fed upside down. */
    public ScanStack upsideDown(byte[] jpeg) {
        BufferedImage page = picture(jpeg);
        BufferedImage turned = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.rotate(Math.PI, page.getWidth() / 2.0, page.getHeight() / 2.0);
        pen.drawImage(page, 0, 0, null);
        pen.dispose();
        return with(jpeg(turned));
    }

    /** Adds the empty back of a page: not quite white, with dust. */
    public ScanStack back() {
        return with(BACK);
    }

    /** Adds the pages of a form as they were printed, with nothing on them. */
    public ScanStack printed(byte[] form) {
        try (PDDocument document = Loader.loadPDF(form)) {
            PDFRenderer printer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                with(jpeg(printer.renderImageWithDPI(page, DOTS_PER_INCH)));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page with nothing on it but what a scanner adds. */
    public static BufferedImage emptyPage() {
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int grey = 240 + random.nextInt(12);
                page.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        for (int i = 0; i < DUST; i++) {
            page.setRGB(random.nextInt(page.getWidth()), random.nextInt(page.getHeight()), 0x606060);
        }
        return page;
    }

    /** A photograph among the papers of the tests. */
    public static byte[] paper(String name) {
        try (InputStream in = Objects.requireNonNull(ScanStack.class.getResourceAsStream("/papers/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage picture(byte[] encoded) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(BufferedImage page) {
        BufferedImage plain = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(page, 0, 0, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(plain, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As most scanners write it: each page a JPEG and nothing else. */
    public byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            for (byte[] jpeg : pages) {
                PDImageXObject scan = JPEGFactory.createFromByteArray(document, jpeg);
                PDPage page = new PDPage(new PDRectangle(
                        scan.getWidth() / DOTS_PER_INCH * POINTS, scan.getHeight() / DOTS_PER_INCH * POINTS));
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            scan,
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As others do: a TIFF of many pages. */
    public byte[] tiff() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (byte[] jpeg : pages) {
                writer.writeToSequence(new IIOImage(picture(jpeg), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
