package org.xudai.pdf;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/** Draws pages of PDFs that this system made itself, for browsers that show none. */
@Component
public class IssuedPages {

    private static final float POINTS_PER_INCH = 72f;

    /**
     * One page as a grey PNG, small enough for a slow network.
     *
     * @param page from 1
     * @param longSide longest side of the picture in pixels
     * @throws IllegalArgumentException where there is no such page
     */
    public byte[] png(byte[] pdf, int page, int longSide) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            requirePage(document, page);
            PDRectangle box = document.getPage(page - 1).getCropBox();
            float longest = Math.max(box.getWidth(), box.getHeight());
            BufferedImage drawn =
                    new PDFRenderer(document).renderImageWithDPI(page - 1, longSide / longest * POINTS_PER_INCH);
            BufferedImage grey = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = grey.createGraphics();
            pen.drawImage(drawn, 0, 0, null);
            pen.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(grey, "png", out);
            return out.toByteArray();
        }
    }

    /**
     * One page as it is printed.
     *
     * @param page from 1
     * @param dpi pixels an inch
     * @throws IllegalArgumentException where there is no such page
     */
    public BufferedImage picture(byte[] pdf, int page, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            requirePage(document, page);
            return new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
        }
    }

    /** The values of its form fields by full name, as texts. */
    public Map<String, String> fields(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return FieldValues.of(document);
        }
    }

    private static void requirePage(PDDocument document, int page) {
        if (page < 1 || page > document.getNumberOfPages()) {
            throw new IllegalArgumentException("no page " + page);
        }
    }
}
