package org.xudai.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/** Opens received PDFs: nothing in them ever runs or is fetched. */
@Component
public class ReceivedPdf {

    private static final float POINTS_PER_INCH = 72f;
    private static final int SCAN_SIDE = 800;

    /** Looks at a file without drawing it. Damage is an answer, never an exception. */
    public PdfFacts examine(Path file) {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                return PdfFacts.encrypted();
            }
            int pages = document.getNumberOfPages();
            if (pages < 1) {
                return PdfFacts.damaged();
            }
            Set<PdfFacts.Active> active = EnumSet.noneOf(PdfFacts.Active.class);
            new ActiveContent(active).scan(document.getDocument().getTrailer());
            return new PdfFacts(
                    true, pages, active, document.getSignatureDictionaries().size(), isScan(document));
        } catch (InvalidPasswordException e) {
            return PdfFacts.encrypted();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return PdfFacts.damaged();
        }
    }

    /**
     * Draws pages one after the other.
     *
     * @param longSide longest side of the pictures in pixels
     * @param most how many pages at most
     * @param each gets the page's number, from 1, and its picture
     * @throws IOException where a page cannot be drawn
     */
    public void draw(Path file, int longSide, int most, BiConsumer<Integer, BufferedImage> each) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
                PDRectangle box = document.getPage(page).getCropBox();
                float longest = Math.max(Math.max(box.getWidth(), box.getHeight()), 1);
                each.accept(page + 1, renderer.renderImageWithDPI(page, longSide / longest * POINTS_PER_INCH));
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new IOException("a page cannot be drawn", e);
        }
    }

    private static boolean isScan(PDDocument document) throws IOException {
        PDPage first = document.getPage(0);
        if (first.getResources() == null) {
            return false;
        }
        for (COSName name : first.getResources().getXObjectNames()) {
            PDXObject object = first.getResources().getXObject(name);
            if (object instanceof PDImageXObject image && Math.max(image.getWidth(), image.getHeight()) >= SCAN_SIDE) {
                return true;
            }
        }
        return false;
    }
}
