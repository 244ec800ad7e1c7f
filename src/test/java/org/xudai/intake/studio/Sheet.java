package org.xudai.intake.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A sheet of paper with a printed page, and some room around it for what reaches over its edge. Places are millimetres from
 * the top left of the paper; ink absorbs light, so that it darkens what lies below and shows nowhere beside the paper.
 */
final class Sheet {

    /** Room around the paper, mm. */
    static final double MARGIN = 20;

    private static final int OPAQUE = 0xff000000;
    private static final double DOTS_PER_INCH_TO_MM = 1 / 25.4;

    private final double dots;
    private final double paperWidth;
    private final double paperHeight;
    private final Print print;
    private final BufferedImage image;

    private Sheet(double dots, double paperWidth, double paperHeight, Print print) {
        this.dots = dots;
        this.paperWidth = paperWidth;
        this.paperHeight = paperHeight;
        this.print = print;
        image = new BufferedImage(
                (int) Math.ceil((paperWidth + 2 * MARGIN) * dots),
                (int) Math.ceil((paperHeight + 2 * MARGIN) * dots),
                BufferedImage.TYPE_INT_ARGB_PRE);
    }

    /** A page of a PDF, from 1, on white paper. */
    static Sheet printed(byte[] pdf, int page, int dotsPerInch, Print print) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle box = document.getPage(page - 1).getCropBox();
            double dots = dotsPerInch * DOTS_PER_INCH_TO_MM;
            Sheet sheet =
                    new Sheet(dots, box.getWidth() * Print.MM_PER_POINT, box.getHeight() * Print.MM_PER_POINT, print);
            Graphics2D press = sheet.pen();
            press.setBackground(Color.WHITE);
            press.setColor(Color.WHITE);
            press.fill(new Rectangle2D.Double(0, 0, sheet.paperWidth, sheet.paperHeight));
            press.translate(print.right(), print.down());
            double scale = Print.MM_PER_POINT * print.scale();
            new PDFRenderer(document).renderPageToGraphics(page - 1, press, (float) scale);
            press.dispose();
            return sheet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double paperWidth() {
        return paperWidth;
    }

    double paperHeight() {
        return paperHeight;
    }

    double dotsPerMm() {
        return dots;
    }

    Print print() {
        return print;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** Draws over everything, in millimetres. */
    void laid(Consumer<Graphics2D> drawing) {
        Graphics2D pen = pen();
        drawing.accept(pen);
        pen.dispose();
    }

    /** Draws with ink, in millimetres of the paper, within a place. */
    void inked(Rectangle2D place, Pressure pressure, Consumer<Graphics2D> drawing) {
        int left = Math.max(0, (int) Math.floor((place.getX() + MARGIN) * dots));
        int top = Math.max(0, (int) Math.floor((place.getY() + MARGIN) * dots));
        int right = Math.min(image.getWidth(), (int) Math.ceil((place.getMaxX() + MARGIN) * dots));
        int bottom = Math.min(image.getHeight(), (int) Math.ceil((place.getMaxY() + MARGIN) * dots));
        if (right <= left || bottom <= top) {
            return;
        }
        BufferedImage layer = new BufferedImage(right - left, bottom - top, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = fine(layer.createGraphics());
        pen.scale(dots, dots);
        pen.translate(MARGIN - left / dots, MARGIN - top / dots);
        drawing.accept(pen);
        pen.dispose();
        int[] ink = ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
        int[] paper = pixels();
        int across = right - left;
        for (int i = 0; i < ink.length; i++) {
            int alpha = ink[i] >>> 24;
            if (alpha == 0) {
                continue;
            }
            int x = i % across;
            int y = i / across;
            double share = alpha / 255.0 * pressure.at(x / dots, y / dots);
            int at = (top + y) * image.getWidth() + left + x;
            paper[at] = absorbed(paper[at], ink[i], share);
        }
    }

    private static int absorbed(int paper, int ink, double share) {
        int mixed = paper & OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            double passes = 1 - share * (255 - (ink >> shift & 0xff)) / 255.0;
            mixed |= (int) ((paper >> shift & 0xff) * passes + 0.5) << shift;
        }
        return mixed;
    }

    /** What is seen in a place, from black 0 to white 255, row by row. */
    Grey grey(Rectangle2D place) {
        int left = (int) Math.floor((place.getX() + MARGIN) * dots);
        int top = (int) Math.floor((place.getY() + MARGIN) * dots);
        int across = (int) Math.ceil(place.getWidth() * dots);
        int down = (int) Math.ceil(place.getHeight() * dots);
        int[] levels = new int[across * down];
        int[] paper = pixels();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                levels[y * across + x] = paper[(top + y) * image.getWidth() + left + x] >> 8 & 0xff;
            }
        }
        return new Grey(across, down, levels);
    }

    /** Levels of grey in a place, a dot each. */
    record Grey(int width, int height, int[] levels) {}

    private Graphics2D pen() {
        Graphics2D pen = fine(image.createGraphics());
        pen.scale(dots, dots);
        pen.translate(MARGIN, MARGIN);
        return pen;
    }

    private static Graphics2D fine(Graphics2D pen) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return pen;
    }
}
