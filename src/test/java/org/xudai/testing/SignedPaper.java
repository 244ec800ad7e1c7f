package org.xudai.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.xudai.forms.FormBox;
import org.xudai.forms.FormLayout;

/**
 * A printed form as it comes back: filled in by hand where it has to be, signed in ink, sealed where there is a seal, dated,
 * photographed page by page.
 */
public final class SignedPaper {

    private static final int DOTS_PER_INCH = 130;
    private static final int TABLE = 60;
    private static final String WORDS = "茶叶种植与销售，经营正常，按期还款";
    private static final double TILT = 0.012;
    private static final float[] INK = {0.10f, 0.16f, 0.45f};
    private static final float[] SEAL = {0.78f, 0.14f, 0.11f};

    private final String signer;
    private final String firm;
    private final String date;
    private final Set<String> leftEmpty;

    /**
     * @param signer whose name is written on the signature lines
     * @param firm the name round the company seal; empty for somebody without a seal
     * @param date what is written on the date lines
     */
    public SignedPaper(String signer, String firm, String date) {
        this(signer, firm, date, Set.of());
    }

    private SignedPaper(String signer, String firm, String date, Set<String> leftEmpty) {
        this.signer = signer;
        this.firm = firm;
        this.date = date;
        this.leftEmpty = leftEmpty;
    }

    /** The same with some boxes left empty. */
    public SignedPaper without(String... boxes) {
        return new SignedPaper(signer, firm, date, Set.of(boxes));
    }

    /** One JPEG per page of the form. */
    public List<byte[]> photographs(byte[] form, FormLayout layout) throws IOException {
        List<byte[]> photographs = new ArrayList<>();
        for (BufferedImage page : pages(form, layout, DOTS_PER_INCH)) {
            photographs.add(photograph(page));
        }
        return photographs;
    }

    /** The pages of the form as they lie on a table, before anybody takes a photo. */
    public List<BufferedImage> pages(byte[] form, FormLayout layout, int dotsPerInch) throws IOException {
        try (PDDocument paper = Loader.loadPDF(marked(form, layout))) {
            PDFRenderer printer = new PDFRenderer(paper);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                pages.add(printer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB));
            }
            return pages;
        }
    }

    /** Saved, since a font is embedded only then and another one drawn before. */
    private byte[] marked(byte[] form, FormLayout layout) throws IOException {
        try (PDDocument paper = Loader.loadPDF(form);
                InputStream in = Optional.ofNullable(
                                SignedPaper.class.getResourceAsStream("/fonts/LXGWWenKai-Regular.ttf"))
                        .orElseThrow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDType0Font hand = PDType0Font.load(paper, in);
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                mark(paper, paper.getPage(page), layout.pages().get(page), hand);
            }
            paper.save(out);
            return out.toByteArray();
        }
    }

    private void mark(PDDocument paper, PDPage page, FormLayout.Page layout, PDType0Font hand) throws IOException {
        float height = page.getMediaBox().getHeight();
        try (PDPageContentStream pen = new PDPageContentStream(paper, page, AppendMode.APPEND, true, true)) {
            for (FormBox box : layout.boxes()) {
                if (leftEmpty.contains(box.name())) {
                    continue;
                }
                float left = (float) box.x();
                float bottom = height - (float) (box.y() + box.height());
                switch (box.kind()) {
                    case SIGNATURE -> write(pen, hand, signer, left + 8, bottom + (float) box.height() / 3, 20);
                    case DATE -> write(pen, hand, date, left + 4, bottom + (float) box.height() / 3, 12);
                    case SEAL ->
                        stamp(
                                pen,
                                hand,
                                left + (float) box.width() / 2,
                                bottom + (float) box.height() / 2,
                                (float) Math.min(box.width(), box.height()) / 2 - 4);
                    case TEXT -> fillIn(pen, hand, box, left, bottom);
                    case VALUE, CODE -> {}
                }
            }
        }
    }

    /** Words by hand where something has to be said. */
    private static void fillIn(PDPageContentStream pen, PDType0Font hand, FormBox box, float left, float bottom)
            throws IOException {
        float size = (float) Math.min(14, box.height() * 0.6);
        int fitting = (int) Math.min(WORDS.length(), (box.width() - 8) / size);
        if (box.required() && fitting > 0) {
            write(pen, hand, WORDS.substring(0, fitting), left + 4, bottom + (float) box.height() / 3, size);
        }
    }

    private static void write(PDPageContentStream pen, PDType0Font hand, String text, float x, float y, float size)
            throws IOException {
        pen.setNonStrokingColor(INK[0], INK[1], INK[2]);
        pen.beginText();
        pen.setFont(hand, size);
        pen.setTextMatrix(Matrix.getRotateInstance(TILT, x, y));
        pen.showText(text);
        pen.endText();
    }

    /** A round company seal of the usual form: the name along the upper rim, a star in the middle. */
    private void stamp(PDPageContentStream pen, PDType0Font hand, float x, float y, float radius) throws IOException {
        if (firm.isEmpty()) {
            return;
        }
        pen.setNonStrokingColor(SEAL[0], SEAL[1], SEAL[2]);
        pen.setStrokingColor(SEAL[0], SEAL[1], SEAL[2]);
        pen.setLineWidth(2.2f);
        circle(pen, x, y, radius);
        int[] letters = firm.codePoints().toArray();
        double step = Math.toRadians(250) / Math.max(1, letters.length - 1);
        double size = Math.min(15, radius * 4 / letters.length);
        for (int i = 0; i < letters.length; i++) {
            double angle = Math.toRadians(215) - step * i;
            double at = radius - size * 1.25;
            Matrix place =
                    Matrix.getTranslateInstance((float) (x + at * Math.cos(angle)), (float) (y + at * Math.sin(angle)));
            place.rotate(angle - Math.PI / 2);
            place.translate((float) (-size / 2), 0);
            pen.beginText();
            pen.setFont(hand, (float) size);
            pen.setTextMatrix(place);
            pen.showText(Character.toString(letters[i]));
            pen.endText();
        }
        star(pen, x, y, radius / 3);
    }

    private static void circle(PDPageContentStream pen, float x, float y, float r) throws IOException {
        float k = r * 0.5523f;
        pen.moveTo(x + r, y);
        pen.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        pen.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        pen.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        pen.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        pen.stroke();
    }

    private static void star(PDPageContentStream pen, float x, float y, float r) throws IOException {
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI / 2 + i * Math.PI / 5;
            double at = i % 2 == 0 ? r : r * 0.382;
            float px = (float) (x + at * Math.cos(angle));
            float py = (float) (y + at * Math.sin(angle));
            if (i == 0) {
                pen.moveTo(px, py);
            } else {
                pen.lineTo(px, py);
            }
        }
        pen.fill();
    }

    /** The page on a table, held not quite straight. */
    private static byte[] photograph(BufferedImage page) throws IOException {
        BufferedImage photo = new BufferedImage(
                page.getWidth() + 2 * TABLE, page.getHeight() + 2 * TABLE, BufferedImage.TYPE_INT_RGB);
        Graphics2D scene = photo.createGraphics();
        scene.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        scene.setColor(new Color(0x8a, 0x74, 0x5c));
        scene.fillRect(0, 0, photo.getWidth(), photo.getHeight());
        scene.rotate(TILT, photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        scene.drawImage(page, TABLE, TABLE, null);
        scene.setColor(new Color(60, 50, 20, 18));
        scene.fillRect(TABLE, TABLE, page.getWidth(), page.getHeight());
        scene.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        if (!ImageIO.write(photo, "jpg", jpeg)) {
            throw new IOException("no writer for JPEG");
        }
        return jpeg.toByteArray();
    }
}
