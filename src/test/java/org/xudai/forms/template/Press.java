package org.xudai.forms.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.xudai.pdf.FormFont;

/** Sets the source text of a form on A4 pages. */
final class Press {

    static final float MM = 72f / 25.4f;
    static final float LEFT = 56.7f;
    static final float RIGHT = Sheet.WIDTH - 56.7f;

    private static final float TOP = 134;
    private static final float BOTTOM = 788;
    private static final float CODE = 28 * MM;
    private static final float CODE_TOP = 34;
    private static final float CODE_LEFT = Sheet.WIDTH - 40 - CODE;
    private static final float SLOT = 15.5f;
    private static final float SLOT_RISE = 11.3f;
    private static final float INK = 0.08f;
    private static final float SOFT = 0.35f;

    private final PDDocument document = new PDDocument();
    private final Tags tags = new Tags(document);
    private final Boxes boxes = new Boxes();
    private final Typeface plain;
    private final Typeface bold;
    private final Fields fields;
    private final Sheet sheet;
    private final Table table;
    private final String title;
    private final int pages;
    private float size = 10.5f;
    private float leading = 17.5f;
    private float y;

    Press(Path font, JsonNode descriptor, int pages) throws IOException {
        this.plain = Typeface.of(document, font);
        this.bold = plain.heavy();
        this.fields = new Fields(document, descriptor);
        this.title = descriptor.get("titles").get("zh-CN").asText();
        this.pages = pages;
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation()
                .setSubject(descriptor.get("titles").get("en").asText());
        this.sheet = new Sheet(document, tags);
        this.table = new Table(this);
        head();
    }

    Boxes boxes() {
        return boxes;
    }

    Sheet sheet() {
        return sheet;
    }

    Typeface face(boolean heavy) {
        return heavy ? bold : plain;
    }

    float y() {
        return y;
    }

    byte[] print(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                heading(heading.text());
            } else if (block instanceof Block.Paragraph paragraph) {
                paragraph(paragraph);
            } else if (block instanceof Block.Row row) {
                advance(table.row(row));
            } else if (block instanceof Block.Marks marks) {
                advance(new MarksBlock(this, marks).draw());
            } else if (block instanceof Block.Setting setting) {
                set(setting);
            }
        }
        foot();
        if (sheet.number() != pages) {
            throw new IllegalStateException(title + " has " + sheet.number() + " pages");
        }
        sheet.close();
        fields.finish();
        document.save(OutputStream.nullOutputStream());
        FormFont.shrink(plain.font());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return out.toByteArray();
    }

    /** Moves down; a form that does not fit is a fault of its source, which says where pages end. */
    private void advance(float by) {
        y += by;
        if (y > BOTTOM) {
            throw new IllegalStateException(title + ": page " + sheet.number() + " is too full by " + (y - BOTTOM));
        }
    }

    private void set(Block.Setting setting) throws IOException {
        float first = setting.values().isEmpty()
                ? 0
                : Float.parseFloat(setting.values().get(0));
        switch (setting.name()) {
            case "page" -> {
                foot();
                sheet.newPage();
                head();
            }
            case "gap" -> advance(first);
            case "size" -> {
                size = first;
                leading = Float.parseFloat(setting.values().get(1));
            }
            case "cols" ->
                table.columns(setting.values().stream().map(Float::parseFloat).toList());
            case "row" -> table.height(first);
            default -> throw new IllegalStateException("no setting " + setting.name());
        }
    }

    /** Head and page code of a page. */
    private void head() throws IOException {
        boolean first = sheet.number() == 1;
        boxes.add(
                sheet.number(),
                "code-" + sheet.number(),
                "CODE",
                CODE_LEFT,
                CODE_TOP,
                CODE,
                CODE,
                Map.of("required", "no"));
        sheet.begin(StandardStructureTypes.P);
        slot("bank", LEFT, 34, 300, 16, 11);
        sheet.end();
        sheet.begin(first ? StandardStructureTypes.H1 : StandardStructureTypes.P);
        sheet.text(title + (first ? "" : "（续）"), bold, first ? 21 : 15, LEFT, 79, 0, INK);
        sheet.end();
        sheet.begin(StandardStructureTypes.P);
        meta("业务编号", "caseNumber", LEFT, 112);
        meta("版本", "formVersion", LEFT + 158, 34);
        meta("打印日期", "today", LEFT + 224, 92);
        sheet.end();
        sheet.line(LEFT, 119, CODE_LEFT - 22, 119, 1.1f, 0.2f);
        y = TOP;
    }

    private void foot() throws IOException {
        sheet.line(LEFT, 797, RIGHT, 797, 0.5f, 0.6f);
        sheet.begin(StandardStructureTypes.P);
        sheet.text("样本，须经本行法务审定", bold, 8.5f, LEFT, 810, 0, INK);
        String note = "右上角的二维码用来认出这一页，请勿涂改、遮挡";
        sheet.text(note, plain, 8, (LEFT + RIGHT - plain.width(note, 8)) / 2, 810, 0, SOFT);
        String number = "第 " + sheet.number() + " 页，共 " + pages + " 页";
        sheet.text(number, plain, 8.5f, RIGHT - plain.width(number, 8.5f), 810, 0, INK);
        sheet.end();
    }

    private void meta(String label, String field, float x, float width) throws IOException {
        float labelled = plain.width(label, 8.5f);
        sheet.text(label, plain, 8.5f, x, 106, 0, SOFT);
        slot(field, x + labelled + 3, 94.5f, width, 15, 9.5f);
    }

    private void heading(String text) throws IOException {
        y += 7;
        sheet.begin(StandardStructureTypes.H2);
        sheet.text(text, bold, 11.5f, LEFT, y + 11.5f, 0, INK);
        sheet.end();
        advance(20);
    }

    private void paragraph(Block.Paragraph paragraph) throws IOException {
        boolean note = paragraph.style() == Block.Style.NOTE;
        Typeface type = face(paragraph.style() == Block.Style.WARNING);
        float letters = note ? 8.5f : size;
        float hanging = hanging(paragraph, letters);
        sheet.begin(StandardStructureTypes.P);
        float x = LEFT;
        for (Flow.Line line : new Flow(type, letters).lines(paragraph.parts(), RIGHT - LEFT, hanging)) {
            draw(line, type, letters, x, y + letters, note ? SOFT : INK);
            y += note ? 13 : leading;
            x = LEFT + hanging;
        }
        sheet.end();
        advance(note ? 3 : 2.5f);
    }

    /** Numbered clauses hang under their text. */
    private float hanging(Block.Paragraph paragraph, float letters) {
        if (!paragraph.parts().isEmpty() && paragraph.parts().get(0) instanceof Block.Part.Text text) {
            var number = java.util.regex.Pattern.compile("^(\\d+\\. |[一二三四五六七八九十]+、)")
                    .matcher(text.text());
            if (number.find()) {
                return plain.width(number.group(), letters);
            }
        }
        return 0;
    }

    void draw(Flow.Line line, Typeface type, float letters, float x, float baseline, float grey) throws IOException {
        for (Flow.Item item : line.items()) {
            if (item.isText()) {
                sheet.text(item.text(), type, letters, x + item.x(), baseline, line.spacing(), grey);
            } else {
                slot(item.slot().field(), x + item.x(), baseline - SLOT_RISE, item.width(), SLOT, 10.5f);
                sheet.line(
                        x + item.x(),
                        baseline - SLOT_RISE + SLOT,
                        x + item.x() + item.width(),
                        baseline - SLOT_RISE + SLOT,
                        0.5f,
                        0.5f);
            }
        }
    }

    void slot(String field, float x, float top, float width, float height, float letters) {
        PDAnnotationWidget widget = fields.widget(field, letters);
        sheet.put(widget, x, top, width, height);
    }
}
