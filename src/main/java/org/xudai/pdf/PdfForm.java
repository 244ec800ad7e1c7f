package org.xudai.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.springframework.stereotype.Component;

/** Fills the fields of an AcroForm (ISO 32000-1, 12.7) so that every viewer shows the same. */
@Component
public class PdfForm {

    private final FormFont font;

    PdfForm(FormFont font) {
        this.font = font;
    }

    /** Sizes of the pages. */
    public List<PageSize> pageSizes(byte[] template) {
        return read(template, document -> {
            List<PageSize> sizes = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                sizes.add(new PageSize(box.getWidth(), box.getHeight()));
            }
            return sizes;
        });
    }

    /** Where the fields stand, page by page. */
    public List<PdfWidget> widgets(byte[] template) {
        return read(template, document -> {
            Map<COSDictionary, PDField> owners = new HashMap<>();
            for (PDField field : form(document).getFieldTree()) {
                field.getWidgets().forEach(widget -> owners.put(widget.getCOSObject(), field));
            }
            List<PdfWidget> widgets = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                PDRectangle visible = document.getPage(i).getCropBox();
                for (PDAnnotation annotation : document.getPage(i).getAnnotations()) {
                    PDField field = owners.get(annotation.getCOSObject());
                    if (field != null) {
                        PDRectangle box = annotation.getRectangle();
                        widgets.add(new PdfWidget(
                                field.getFullyQualifiedName(),
                                i + 1,
                                box.getLowerLeftX() - visible.getLowerLeftX(),
                                visible.getUpperRightY() - box.getUpperRightY(),
                                box.getWidth(),
                                box.getHeight()));
                    }
                }
            }
            return widgets;
        });
    }

    /** The values of the fields by name. */
    public Map<String, String> values(byte[] pdf) {
        return read(pdf, document -> {
            Map<String, String> values = new LinkedHashMap<>();
            for (PDField field : form(document).getFieldTree()) {
                values.put(field.getFullyQualifiedName(), field.getValueAsString());
            }
            return values;
        });
    }

    /** The names of the fields somebody may type in. */
    public Set<String> open(byte[] pdf) {
        return read(pdf, document -> {
            Set<String> open = new LinkedHashSet<>();
            for (PDField field : form(document).getFieldTree()) {
                if (!field.isReadOnly()) {
                    open.add(field.getFullyQualifiedName());
                }
            }
            return open;
        });
    }

    /**
     * Fills a template. Fields that are not named keep what they have and become read-only.
     *
     * @throws IllegalStateException where the template has no such field
     */
    public byte[] fill(byte[] template, List<FieldText> texts, List<PageMark> marks) {
        return read(template, document -> {
            PDAcroForm form = form(document);
            Map<String, FieldText> byField =
                    texts.stream().collect(Collectors.toMap(FieldText::field, Function.identity()));
            form.setNeedAppearances(false);
            PDType0Font type = font.in(document);
            for (PDField field : form.getFieldTree()) {
                if (field instanceof PDSignatureField || field instanceof PDNonTerminalField) {
                    continue;
                }
                FieldText text = byField.remove(field.getFullyQualifiedName());
                field.setReadOnly(text == null || !text.open());
                if (text != null && field instanceof PDTerminalField terminal) {
                    new FieldAppearance(document, font, type).write(terminal, text);
                    terminal.getCOSObject().setItem(COSName.V, new COSString(text.text()));
                }
            }
            if (!byField.isEmpty()) {
                throw new IllegalStateException("the form has no field " + byField.keySet());
            }
            for (PageMark mark : marks) {
                draw(document, mark);
            }
            document.save(OutputStream.nullOutputStream()); // embeds the glyphs that were used
            FormFont.shrink(type);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        });
    }

    private static void draw(PDDocument document, PageMark mark) throws IOException {
        PDPage page = document.getPage(mark.page() - 1);
        float left = page.getCropBox().getLowerLeftX() + (float) mark.x();
        float top = page.getCropBox().getUpperRightY() - (float) mark.y();
        float module = (float) mark.size() / mark.modules().length;
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setNonStrokingColor(0f);
            for (int row = 0; row < mark.modules().length; row++) {
                boolean[] modules = mark.modules()[row];
                for (int start = 0; start < modules.length; start++) {
                    int end = start;
                    while (end < modules.length && modules[end]) {
                        end++;
                    }
                    if (end > start) {
                        content.addRect(
                                left + start * module, top - (row + 1) * module, (end - start) * module, module);
                        start = end;
                    }
                }
            }
            content.fill();
            content.endMarkedContent();
        }
    }

    private static PDAcroForm form(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm();
        if (form == null) {
            throw new IllegalStateException("the template is no AcroForm");
        }
        return form;
    }

    /** Work on a document. */
    @FunctionalInterface
    private interface Work<R> {
        R on(PDDocument document) throws IOException;
    }

    private static <R> R read(byte[] pdf, Work<R> work) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return work.on(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
