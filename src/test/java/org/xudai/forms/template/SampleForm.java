package org.xudai.forms.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Sets a sample form on A4 pages: text with fields in its lines, and the boxes for marks. */
final class SampleForm {

    static final float MM = 72f / 25.4f;
    private static final float LEFT = 56;
    private static final float RIGHT = 595.28f - 56;
    private static final float BOTTOM = 842 - 62;
    private static final float CODE = 28 * MM;
    private static final float SEAL = 46 * MM;
    private static final float SIZE = 10.5f;
    private static final float LEADING = 17.5f;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final PDAcroForm form = new PDAcroForm(document);
    private final String code;
    private final int number;
    private final String zh;
    private final String en;
    private final List<Map<String, String>> steps = new ArrayList<>();
    private final List<Map<String, Object>> fields = new ArrayList<>();
    private final List<Map<String, Object>> boxes = new ArrayList<>();
    private PDPage page = new PDPage(PDRectangle.A4);
    private int pages;
    private float y;

    SampleForm(Path fontFile, String code, int number, String zh, String en) throws IOException {
        this.font = PDType0Font.load(document, new TTFParser().parse(new RandomAccessReadBufferedFile(fontFile)), true);
        this.code = code;
        this.number = number;
        this.zh = zh;
        this.en = en;
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(zh);
        information.setSubject(en);
        document.setDocumentInformation(information);
        newPage();
        text(zh, (LEFT + RIGHT - CODE - 20 - width(zh, 19)) / 2, 86, 19);
        y = 128;
    }

    SampleForm step(String chinese, String english) {
        steps.add(Map.of("zh-CN", chinese, "en", english));
        return this;
    }

    /** Starts a page: sample mark on the left, page code on the right, number below. */
    SampleForm newPage() throws IOException {
        page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "R");
        document.addPage(page);
        pages++;
        text("样本，须经本行法务审定", LEFT, 40, 8.5f);
        text("业务编号", LEFT, 56, 8.5f);
        widget(FieldSpec.value("caseNumber" + pages, "case.number", 120, "业务编号", "Case number"), LEFT + 40, 45);
        box("code-" + pages, "CODE", RIGHT - CODE, 30, CODE, CODE, List.of(), false);
        text(zh + "  第 " + pages + " 页", LEFT, 842 - 34, 8.5f);
        y = 30 + CODE + 24;
        return this;
    }

    SampleForm heading(String heading) throws IOException {
        room(2 * LEADING);
        y += 7;
        text(heading, LEFT, y + SIZE, 11.5f);
        y += LEADING + 2;
        return this;
    }

    SampleForm gap(float height) {
        y += height;
        return this;
    }

    /** A paragraph: strings and fields in one flow, broken into lines; a field never breaks. */
    SampleForm line(Object... parts) throws IOException {
        float x = LEFT;
        room(LEADING);
        for (Object part : parts) {
            if (part instanceof FieldSpec field) {
                float width = Math.min(field.width(), RIGHT - LEFT);
                if (x + width > right()) {
                    x = LEFT;
                    y += LEADING;
                    room(field.height());
                }
                widget(field, x, y - 2.5f);
                underline(x, y + field.height() - 2.5f, width);
                x += width + 2;
                if (field.height() > LEADING) {
                    y += field.height() - LEADING + 4;
                }
                continue;
            }
            StringBuilder run = new StringBuilder();
            float start = x;
            for (int point : part.toString().codePoints().toArray()) {
                String letter = Character.toString(point);
                float w = width(letter, SIZE);
                boolean hanging = "，。；：、）》”".contains(letter);
                if (x + w > right() + (hanging ? SIZE : 0)) {
                    text(run.toString(), start, y + SIZE, SIZE);
                    run.setLength(0);
                    y += LEADING;
                    room(LEADING);
                    x = LEFT;
                    start = x;
                }
                run.append(letter);
                x += w;
            }
            text(run.toString(), start, y + SIZE, SIZE);
        }
        y += LEADING;
        return this;
    }

    /** A tall field over the whole width under its label. */
    SampleForm area(String label, FieldSpec field) throws IOException {
        line(label);
        room(field.height() + 6);
        frame(LEFT, y - 2, RIGHT - LEFT, field.height());
        widget(field, LEFT, y - 2);
        y += field.height() + 8;
        return this;
    }

    /** Boxes for a signature, a seal where asked, and a date, side by side. */
    SampleForm marks(String who, String label, boolean seal, boolean chop) throws IOException {
        float height = seal ? SEAL + 30 : 78;
        room(height + 10);
        text(label, LEFT, y + SIZE, SIZE);
        y += 20;
        float signing = 150;
        frame(LEFT, y, signing, 52);
        text("签字" + (chop ? "（或手印、法定代表人名章）" : "（或手印）"), LEFT + 3, y + 62, 8);
        List<String> accepts =
                chop ? List.of("SIGNATURE", "FINGERPRINT", "NAME_CHOP") : List.of("SIGNATURE", "FINGERPRINT");
        box(who + "-signature", "SIGNATURE", LEFT, y, signing, 52, accepts, true);
        float dateX = LEFT + signing + 16;
        frame(dateX, y, 120, 28);
        text("日期", dateX + 3, y + 38, 8);
        box(who + "-date", "DATE", dateX, y, 120, 28, List.of(), true);
        if (seal) {
            float sealX = RIGHT - SEAL - 6;
            frame(sealX, y, SEAL, SEAL);
            text("公章（个体工商户、农户可免）", sealX, y + SEAL + 11, 8);
            box(who + "-seal", "SEAL", sealX, y, SEAL, SEAL, List.of("COMPANY_SEAL"), false);
            y += SEAL + 22;
        } else {
            y += 76;
        }
        return this;
    }

    void write(Path directory) throws IOException {
        Path target = Files.createDirectories(directory.resolve(code));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        Files.write(target.resolve("form.pdf"), out.toByteArray());
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("number", number);
        descriptor.put("titles", Map.of("zh-CN", zh, "en", en));
        descriptor.put("steps", steps);
        descriptor.put("fields", fields);
        descriptor.put("boxes", boxes);
        Files.writeString(
                target.resolve("form.json"),
                new com.fasterxml.jackson.databind.ObjectMapper()
                                .configure(
                                        com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS,
                                        true)
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(descriptor)
                        + "\n",
                StandardCharsets.UTF_8);
    }

    private float right() {
        return y < 30 + CODE + 16 ? RIGHT - CODE - 18 : RIGHT;
    }

    private void room(float height) throws IOException {
        if (y + height > BOTTOM) {
            newPage();
        }
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private void text(String text, float x, float top, float size) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        try (PDPageContentStream content = content()) {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, 842 - top);
            content.showText(text);
            content.endText();
        }
    }

    private void underline(float x, float top, float width) throws IOException {
        try (PDPageContentStream content = content()) {
            content.setLineWidth(0.4f);
            content.setStrokingColor(0.55f);
            content.moveTo(x, 842 - top);
            content.lineTo(x + width, 842 - top);
            content.stroke();
        }
    }

    private void frame(float x, float top, float width, float height) throws IOException {
        try (PDPageContentStream content = content()) {
            content.setLineWidth(0.5f);
            content.setStrokingColor(0.6f);
            content.addRect(x, 842 - top - height, width, height);
            content.stroke();
        }
    }

    private PDPageContentStream content() throws IOException {
        return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    }

    private void widget(FieldSpec spec, float x, float top) throws IOException {
        float width = Math.min(spec.width(), RIGHT - x);
        PDTextField field = new PDTextField(form);
        field.setPartialName(spec.name());
        field.setAlternateFieldName(spec.zh());
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        field.setMultiline(spec.type().equals("LONG_TEXT"));
        field.setReadOnly(!spec.editable());
        if (spec.editable()) {
            field.setMaxLen(spec.maxLength());
        }
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(x, 842 - top - spec.height(), width, spec.height()));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", spec.name());
        described.put("type", spec.type());
        described.put("labels", Map.of("zh-CN", spec.zh(), "en", spec.en()));
        if (spec.hintZh() != null && spec.hintEn() != null) {
            described.put("hints", Map.of("zh-CN", spec.hintZh(), "en", spec.hintEn()));
        }
        described.put("step", spec.step());
        if (spec.binding() != null) {
            described.put("binding", spec.binding());
        }
        described.put("required", spec.required());
        described.put("editable", spec.editable());
        described.put("maxLength", spec.maxLength());
        if (!spec.choices().isEmpty()) {
            described.put("choices", spec.choices());
        }
        fields.add(described);
    }

    private void box(
            String name,
            String kind,
            float x,
            float top,
            float width,
            float height,
            List<String> accepts,
            boolean required) {
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("page", pages);
        box.put("name", name);
        box.put("kind", kind);
        box.put("x", round(x));
        box.put("y", round(top));
        box.put("width", round(width));
        box.put("height", round(height));
        box.put("accepts", accepts);
        box.put("required", required);
        boxes.add(box);
    }

    private static double round(float value) {
        return Math.round(value * 100) / 100.0;
    }
}
