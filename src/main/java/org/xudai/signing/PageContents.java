package org.xudai.signing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What is printed on the pages, without fields and notes. */
final class PageContents {

    private static final int DPI = 72;

    private PageContents() {}

    /** Whether two versions of a document print the same. */
    static boolean areSame(byte[] one, byte[] other) {
        try (PDDocument first = bare(one);
                PDDocument second = bare(other)) {
            if (first.getNumberOfPages() != second.getNumberOfPages()) {
                return false;
            }
            for (int page = 0; page < first.getNumberOfPages(); page++) {
                if (!same(drawn(first, page), drawn(second, page))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static PDDocument bare(byte[] pdf) throws IOException {
        PDDocument document = Loader.loadPDF(pdf);
        for (PDPage page : document.getPages()) {
            page.setAnnotations(List.of());
        }
        return document;
    }

    private static BufferedImage drawn(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, DPI);
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        int[] first = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
        int[] second = other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth());
        return java.util.Arrays.equals(first, second);
    }
}
