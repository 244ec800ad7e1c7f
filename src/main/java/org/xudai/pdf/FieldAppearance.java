package org.xudai.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** Draws the text of a field itself: viewers that make it themselves would take other fonts. */
final class FieldAppearance {

    private static final float LARGEST = 11f;
    private static final float SMALLEST = 5f;
    private static final float STEP = 0.25f;
    private static final float PADDING = 2f;
    private static final float LINE = 1.3f;
    private static final float DESCENT = 0.22f;

    private final PDDocument document;
    private final FormFont font;
    private final PDType0Font type;

    FieldAppearance(PDDocument document, FormFont font, PDType0Font type) {
        this.document = document;
        this.font = font;
        this.type = type;
    }

    void write(PDTerminalField field, FieldText text) throws IOException {
        for (PDAnnotationWidget widget : field.getWidgets()) {
            PDRectangle box = widget.getRectangle();
            PDAppearanceStream stream = new PDAppearanceStream(document);
            stream.setBBox(new PDRectangle(box.getWidth(), box.getHeight()));
            stream.setResources(new PDResources());
            try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
                content.beginMarkedContent(COSName.TX);
                if (!text.text().isEmpty()) {
                    draw(content, box, text);
                }
                content.endMarkedContent();
            }
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(stream);
            widget.setAppearance(appearance);
        }
    }

    private void draw(PDPageContentStream content, PDRectangle box, FieldText text) throws IOException {
        float width = box.getWidth() - 2 * PADDING;
        float size = LARGEST;
        List<String> lines = lines(text, width, size);
        while (size > SMALLEST && !fits(lines, width, box.getHeight(), size)) {
            size -= STEP;
            lines = lines(text, width, size);
        }
        float first = lines.size() == 1 && !text.multiline()
                ? (box.getHeight() - size) / 2 + size * DESCENT
                : box.getHeight() - PADDING - size * (1 - DESCENT);
        content.beginText();
        content.setFont(type, size);
        content.newLineAtOffset(PADDING, first);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                content.newLineAtOffset(0, -size * LINE);
            }
            content.showText(lines.get(i));
        }
        content.endText();
    }

    private boolean fits(List<String> lines, float width, float height, float size) {
        boolean wide = lines.stream().anyMatch(line -> font.width(line, size) > width);
        return !wide && (lines.size() == 1 || lines.size() * size * LINE <= height - PADDING);
    }

    private List<String> lines(FieldText text, float width, float size) {
        if (!text.multiline()) {
            return List.of(text.text().replaceAll("\\R", " "));
        }
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.text().split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (int point : paragraph.codePoints().toArray()) {
                String longer = line + Character.toString(point);
                if (line.length() > 0 && font.width(longer, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(point);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
