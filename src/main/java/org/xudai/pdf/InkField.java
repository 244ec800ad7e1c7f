package org.xudai.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.springframework.stereotype.Component;

/**
 * Makes what a signature field shows: strokes as lines, never as a picture, or a name in the kai face that fills the bank's
 * forms, with the day. It comes as a PDF of one page with one signature field, the form in which PDFBox takes the appearance
 * of a field that is added while signing.
 */
@Component
public class InkField {

    private static final float PEN = 1.3f;
    private static final float DARK = 0.07f;
    private static final float MARGIN = 4f;
    private static final float NAME = 24f;
    private static final float DAY = 10.5f;
    private static final float SMALLEST = 6f;
    private static final float STEP = 0.5f;
    private static final float ASCENT = 0.88f;
    private static final float DESCENT = 0.2f;
    private static final float THIRD = 2f / 3f;

    private final FormFont font;

    InkField(FormFont font) {
        this.font = font;
    }

    /**
     * Where a mark goes, in points from the top left of the page.
     *
     * @param page from 1
     * @param dayAt where the day begins, in points from the left of the box; below 0: under the mark
     */
    public record Place(int page, double x, double y, double width, double height, double dayAt) {}

    /** The first character of a name that the font lacks. */
    public OptionalInt missing(String name) {
        return font.missing(name);
    }

    /**
     * The appearance of a mark at its place.
     *
     * @param pdf the document that is to be signed
     * @throws UncheckedIOException where the document has no such page
     */
    public byte[] of(byte[] pdf, Place place, Ink ink) {
        try (PDDocument signed = Loader.loadPDF(pdf);
                PDDocument template = new PDDocument()) {
            PDPage original = signed.getPage(place.page() - 1);
            PDPage page = new PDPage(original.getMediaBox());
            template.addPage(page);
            PDRectangle box = rectangle(original.getCropBox(), place);
            PDAnnotationWidget widget = widget(template, box);
            PDAppearanceStream stream = new PDAppearanceStream(template);
            stream.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
            stream.setResources(new PDResources());
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.getCOSObject().setDirect(true);
            appearance.setNormalAppearance(stream);
            widget.setAppearance(appearance);
            PDType0Font type = font.in(template);
            try (PDPageContentStream content = new PDPageContentStream(template, stream)) {
                draw(content, type, place, ink, box);
            }
            template.save(OutputStream.nullOutputStream()); // embeds the glyphs that were used
            FormFont.shrink(type);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDAnnotationWidget widget(PDDocument template, PDRectangle box) throws IOException {
        PDAcroForm form = new PDAcroForm(template);
        template.getDocumentCatalog().setAcroForm(form);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        form.getCOSObject().setDirect(true);
        PDSignatureField field = new PDSignatureField(form);
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(box);
        return widget;
    }

    private static PDRectangle rectangle(PDRectangle visible, Place place) {
        return new PDRectangle(
                visible.getLowerLeftX() + (float) place.x(),
                visible.getUpperRightY() - (float) (place.y() + place.height()),
                (float) place.width(),
                (float) place.height());
    }

    private void draw(PDPageContentStream content, PDType0Font type, Place place, Ink ink, PDRectangle box)
            throws IOException {
        boolean beside = place.dayAt() >= 0;
        float room = beside ? (float) place.dayAt() : box.getWidth();
        float under = beside ? 0 : DAY * (ASCENT + DESCENT);
        PDRectangle mark =
                new PDRectangle(MARGIN, under + MARGIN / 2, room - 2 * MARGIN, box.getHeight() - under - MARGIN);
        content.setStrokingColor(DARK);
        content.setNonStrokingColor(DARK);
        String name = ink.name();
        if (name == null) {
            strokes(content, mark, ink);
        } else {
            text(content, type, FormFont.visible(name), mark, NAME);
        }
        PDRectangle day = beside
                ? new PDRectangle(room + MARGIN, 0, box.getWidth() - room - 2 * MARGIN, box.getHeight())
                : new PDRectangle(MARGIN, 0, box.getWidth() - 2 * MARGIN, under);
        text(content, type, ink.day(), day, DAY);
    }

    /** In the middle of its room, as large as it may be and as the room lets it. */
    private void text(PDPageContentStream content, PDType0Font type, String text, PDRectangle room, float usual)
            throws IOException {
        float size = Math.min(usual, room.getHeight() / (ASCENT + DESCENT));
        while (size > SMALLEST && font.width(text, size) > room.getWidth()) {
            size -= STEP;
        }
        float x = room.getLowerLeftX() + Math.max(0, (room.getWidth() - font.width(text, size)) / 2);
        float y = room.getLowerLeftY() + (room.getHeight() - size * (ASCENT + DESCENT)) / 2 + size * DESCENT;
        content.beginText();
        content.setFont(type, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static void strokes(PDPageContentStream content, PDRectangle room, Ink ink) throws IOException {
        Ink.Bounds bounds = ink.bounds();
        double scale = Math.min(
                room.getWidth() / Math.max(bounds.width(), 1e-6), room.getHeight() / Math.max(bounds.height(), 1e-6));
        float left = (float) (room.getLowerLeftX() + (room.getWidth() - bounds.width() * scale) / 2);
        float top = (float) (room.getUpperRightY() - (room.getHeight() - bounds.height() * scale) / 2);
        content.setLineWidth(PEN);
        content.setLineCapStyle(1);
        content.setLineJoinStyle(1);
        for (List<Ink.Point> stroke : ink.strokes()) {
            line(
                    content,
                    stroke.stream()
                            .map(point -> new float[] {
                                left + (float) ((point.x() - bounds.left()) * scale),
                                top - (float) ((point.y() - bounds.top()) * scale)
                            })
                            .toList());
        }
    }

    /** A smooth line: each point draws it nearer, the middles between points lie on it. */
    private static void line(PDPageContentStream content, List<float[]> points) throws IOException {
        float[] first = points.get(0);
        content.moveTo(first[0], first[1]);
        float[] at = first;
        for (int i = 1; i < points.size() - 1; i++) {
            float[] pull = points.get(i);
            float[] next = points.get(i + 1);
            float[] to = {(pull[0] + next[0]) / 2, (pull[1] + next[1]) / 2};
            content.curveTo(
                    at[0] + THIRD * (pull[0] - at[0]),
                    at[1] + THIRD * (pull[1] - at[1]),
                    to[0] + THIRD * (pull[0] - to[0]),
                    to[1] + THIRD * (pull[1] - to[1]),
                    to[0],
                    to[1]);
            at = to;
        }
        float[] last = points.get(points.size() - 1);
        content.lineTo(last[0], last[1]);
        content.stroke();
    }
}
