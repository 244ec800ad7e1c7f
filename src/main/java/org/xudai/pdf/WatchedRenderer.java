package org.xudai.pdf;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages and watches over it: stops between two operators (ISO 32000-1, 7.8.2) when the time is up, and sees how much
 * of a page is covered by pictures.
 */
final class WatchedRenderer extends PDFRenderer {

    private static final float POINTS_PER_INCH = 72f;
    private static final double MAINLY = 0.5;

    private final Duration patience;
    private long stopAt;
    private double covered;

    /**
     * @param patience how long a page may take
     */
    WatchedRenderer(PDDocument document, Duration patience) {
        super(document);
        this.patience = patience;
        setSubsamplingAllowed(true);
    }

    /** The page, from 0, with a longest side in pixels. */
    ReceivedPdf.PageView view(int page, int longSide) throws IOException {
        PDRectangle box = document.getPage(page).getCropBox();
        float longest = Math.max(Math.max(box.getWidth(), box.getHeight()), 1);
        covered = 0;
        stopAt = System.nanoTime() + patience.toNanos();
        BufferedImage picture = renderImageWithDPI(page, longSide / longest * POINTS_PER_INCH);
        double area = Math.max(1, (double) box.getWidth() * box.getHeight());
        return new ReceivedPdf.PageView(picture, covered / area > MAINLY);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() - stopAt > 0 || Thread.currentThread().isInterrupted()) {
                throw new DrawingTakesTooLong();
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (StreamWeight.isTooLarge(image.getWidth(), image.getHeight())) {
                throw new DrawingTakesTooLong();
            }
            AffineTransform place =
                    getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
            covered += Math.abs(place.getDeterminant());
            super.drawImage(image);
        }
    }
}
