package org.xudai.pdf;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/**
 * Draws the text of a field itself: viewers that make it themselves would take other fonts. A text of one line is never
 * broken or cut: its letters shrink, and are narrowed where even the smallest are too wide.
 */
final class FieldAppearance {

    private static final Pattern SIZE = Pattern.compile("([\\d.]+)\\s+Tf");
    private static final float USUAL = 10.5f;
    private static final float SMALLEST = 6f;
    private static final float TINIEST = 4f;
    private static final float STEP = 0.25f;
    private static final float PADDING = 2f;
    private static final float LINE = 1.28f;
    private static final float ASCENT = 0.88f;
    private static final float DESCENT = 0.2f;
    private static final float PERCENT = 100f;

    private final PDDocument document;
    private final FormFont font;
    private final PDType0Font type;

    FieldAppearance(PDDocument document, FormFont font, PDType0Font type) {
        this.document = document;
        this.font = font;
        this.type = type;
    }

    void write(PDTerminalField field, FieldText text) throws IOException {
        float size = size(field);
        for (PDAnnotationWidget widget : field.getWidgets()) {
            PDRectangle box = widget.getRectangle();
            PDAppearanceStream stream = new PDAppearanceStream(document);
            stream.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
            stream.setResources(new PDResources());
            try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
                content.beginMarkedContent(COSName.TX);
                content.saveGraphicsState();
                if (!text.text().isBlank()) {
                    if (text.multiline()) {
                        paragraph(content, box, text, size);
                    } else {
                        line(content, box, text.text().replace('\n', ' '), size);
                    }
                }
                content.restoreGraphicsState();
                content.endMarkedContent();
            }
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(stream);
            widget.setAppearance(appearance);
        }
    }

    private void line(PDPageContentStream content, PDRectangle box, String text, float usual) throws IOException {
        float room = box.getWidth() - 2 * PADDING;
        float size = Math.min(usual, (box.getHeight() - 1) / (ASCENT + DESCENT));
        while (size > SMALLEST && font.width(text, size) > room) {
            size -= STEP;
        }
        float width = font.width(text, size);
        content.beginText();
        content.setFont(type, size);
        if (width > room) {
            content.setHorizontalScaling(PERCENT * room / width);
        }
        content.newLineAtOffset(PADDING, (box.getHeight() - size * (ASCENT + DESCENT)) / 2 + size * DESCENT);
        content.showText(text);
        content.endText();
    }

    /** Lines from the top where somebody may go on writing, else in the middle of the box. */
    private void paragraph(PDPageContentStream content, PDRectangle box, FieldText text, float usual)
            throws IOException {
        float width = box.getWidth() - 2 * PADDING;
        float size = usual;
        List<String> lines = lines(text.text(), width, size);
        while (size > TINIEST && lines.size() * size * LINE > box.getHeight() - PADDING) {
            size -= STEP;
            lines = lines(text.text(), width, size);
        }
        float spare = box.getHeight() - ((lines.size() - 1) * LINE + ASCENT + DESCENT) * size;
        content.beginText();
        content.setFont(type, size);
        content.newLineAtOffset(PADDING, box.getHeight() - (text.open() ? PADDING : spare / 2) - size * ASCENT);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                content.newLineAtOffset(0, -size * LINE);
            }
            content.showText(lines.get(i));
        }
        content.endText();
    }

    private List<String> lines(String text, float width, float size) {
        return new LineBreaks(part -> font.width(part, size), width).of(text);
    }

    /** Size of the letters as the form asks for it in its default appearance; none or 0 means the usual one. */
    private static float size(PDTerminalField field) {
        if (field instanceof PDVariableText text && text.getDefaultAppearance() != null) {
            Matcher matcher = SIZE.matcher(text.getDefaultAppearance());
            if (matcher.find() && Float.parseFloat(matcher.group(1)) > 0) {
                return Float.parseFloat(matcher.group(1));
            }
        }
        return USUAL;
    }
}
