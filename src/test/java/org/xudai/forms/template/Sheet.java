package org.xudai.forms.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/** Draws on A4 pages; coordinates are points from the top left. */
final class Sheet {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document;
    private final Tags tags;
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<PDPage, List<PDAnnotationWidget>> widgets = new LinkedHashMap<>();
    private PDPage page = new PDPage(PDRectangle.A4);
    private PDPageContentStream content;

    Sheet(PDDocument document, Tags tags) throws IOException {
        this.document = document;
        this.tags = tags;
        this.content = open();
    }

    void newPage() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        content = open();
    }

    int number() {
        return pages.size();
    }

    PDPage page() {
        return page;
    }

    void close() throws IOException {
        content.close();
        widgets.forEach((owner, own) -> {
            try {
                owner.getAnnotations().addAll(own);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        tags.finish();
    }

    void begin(String type) {
        tags.begin(type, page);
    }

    void end() {
        tags.end();
    }

    /** A line of text; the baseline is given. */
    void text(String text, Typeface type, float size, float x, float baseline, float spacing, float grey)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, tags.mark(page));
        content.beginMarkedContent(COSName.P, PDPropertyList.create(properties));
        content.beginText();
        content.setNonStrokingColor(grey);
        content.setFont(type.font(), size);
        if (type.weight() > 0) {
            content.setStrokingColor(grey);
            content.setLineWidth(type.weight() * size);
            content.setRenderingMode(RenderingMode.FILL_STROKE);
        } else {
            content.setRenderingMode(RenderingMode.FILL);
        }
        content.setCharacterSpacing(spacing);
        content.newLineAtOffset(x, HEIGHT - baseline);
        content.showText(text);
        content.endText();
        content.endMarkedContent();
    }

    void line(float x1, float y1, float x2, float y2, float width, float grey) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setLineWidth(width);
        content.setStrokingColor(grey);
        content.moveTo(x1, HEIGHT - y1);
        content.lineTo(x2, HEIGHT - y2);
        content.stroke();
        content.endMarkedContent();
    }

    void frame(float x, float top, float width, float height, float grey, boolean dashed) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.saveGraphicsState();
        content.setLineWidth(0.6f);
        content.setStrokingColor(grey);
        if (dashed) {
            content.setLineDashPattern(new float[] {3, 3}, 0);
        }
        content.addRect(x, HEIGHT - top - height, width, height);
        content.stroke();
        content.restoreGraphicsState();
        content.endMarkedContent();
    }

    void shade(float x, float top, float width, float height, float grey) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setNonStrokingColor(grey);
        content.addRect(x, HEIGHT - top - height, width, height);
        content.fill();
        content.endMarkedContent();
    }

    /** Puts a widget on the page, in reading order. */
    void put(PDAnnotationWidget widget, float x, float top, float width, float height) {
        widget.setRectangle(new PDRectangle(x, HEIGHT - top - height, width, height));
        widget.setPage(page);
        widget.setPrinted(true);
        widgets.computeIfAbsent(page, any -> new ArrayList<>()).add(widget);
        tags.widget(widget, page);
    }

    private PDPageContentStream open() throws IOException {
        document.addPage(page);
        pages.add(page);
        tags.page(page);
        return new PDPageContentStream(document, page);
    }
}
