package org.xudai.pdf;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Draws pages and watches over it: stops between two operators (ISO 32000-1, 7.8.2) when the time is up, and sees how much
 * of a page is covered by pictures.
 */
final class WatchedRenderer extends PDFRenderer {

    private static final float POINTS_PER_INCH = 72f;
    private static final double MAINLY = 0.5;

    private static final int LEAST_DPI = 150;
    private static final int MOST_DPI = 300;
    private static final int DRAWN_DPI = 200;

    /** No more pixels than an A3 sheet has at the finest. */
    private static final double MOST_PIXELS = 18_000_000;

    /** A larger scan would not fit between a worker and its node. */
    private static final int MOST_SCAN = 16 << 20;

    private final Duration patience;
    private long stopAt;
    private double covered;
    private ScanMarks marks;

    /**
     * @param patience how long a page may take
     */
    WatchedRenderer(PDDocument document, Duration patience) {
        super(document);
        this.patience = patience;
        this.marks = new ScanMarks(new PDPage());
        setSubsamplingAllowed(true);
    }

    /** The page, from 0, with a longest side in pixels. */
    ReceivedPdf.PageView view(int page, double longSide) throws IOException {
        PDRectangle box = document.getPage(page).getCropBox();
        float longest = Math.max(Math.max(box.getWidth(), box.getHeight()), 1);
        BufferedImage picture = drawn(page, (float) (longSide / longest * POINTS_PER_INCH));
        double area = Math.max(1, (double) box.getWidth() * box.getHeight());
        return new ReceivedPdf.PageView(picture, covered / area > MAINLY);
    }

    /** The page, from 0, as its scanner saw it. */
    ScannedPage scan(int page) throws IOException {
        BufferedImage picture = drawn(page, dpi(document.getPage(page)));
        return new ScannedPage(picture, marks.jpeg(MOST_SCAN));
    }

    private BufferedImage drawn(int page, float dpi) throws IOException {
        covered = 0;
        marks = new ScanMarks(document.getPage(page));
        stopAt = System.nanoTime() + patience.toNanos();
        return renderImageWithDPI(page, dpi);
    }

    /** The resolution of the finest picture on a page, within what is of use. */
    private static float dpi(PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        float inches = Math.max(1, box.getWidth()) / POINTS_PER_INCH;
        float finest = 0;
        PDResources resources = page.getResources();
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name) && resources.getXObject(name) instanceof PDImageXObject image) {
                    finest = Math.max(finest, image.getWidth() / inches);
                }
            }
        }
        float wanted = finest == 0 ? DRAWN_DPI : Math.max(LEAST_DPI, Math.min(MOST_DPI, finest));
        double area = Math.max(1, (double) box.getWidth() * box.getHeight()) / (POINTS_PER_INCH * POINTS_PER_INCH);
        return (float) Math.min(wanted, Math.sqrt(MOST_PIXELS / area));
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
            marks.picture(image, place);
            // else what is enlarged a little gets some of its rows twice, which looks like ink that was added
            image.setInterpolate(true);
            super.drawImage(image);
        }

        @Override
        public void strokePath() throws IOException {
            marks.besides();
            super.strokePath();
        }

        @Override
        public void fillPath(int windingRule) throws IOException {
            marks.besides();
            super.fillPath(windingRule);
        }

        @Override
        public void fillAndStrokePath(int windingRule) throws IOException {
            marks.besides();
            super.fillAndStrokePath(windingRule);
        }

        @Override
        public void shadingFill(COSName shading) throws IOException {
            marks.besides();
            super.shadingFill(shading);
        }

        /** The words that a scanner read lie invisibly over its picture. */
        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            if (getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER) {
                marks.besides();
            }
            super.showGlyph(matrix, font, code, displacement);
        }

        @Override
        public void showAnnotation(PDAnnotation annotation) throws IOException {
            marks.besides();
            super.showAnnotation(annotation);
        }
    }
}
