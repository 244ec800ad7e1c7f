package org.xudai.forms.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** The fields of a form, as its descriptor describes them. */
final class Fields {

    private final PDAcroForm form;
    private final Map<String, JsonNode> described = new LinkedHashMap<>();
    private final Map<String, PDTextField> fields = new LinkedHashMap<>();
    private final Map<String, List<PDAnnotationWidget>> widgets = new LinkedHashMap<>();

    Fields(PDDocument document, JsonNode descriptor) {
        form = new PDAcroForm(document);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10.5 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        descriptor
                .get("fields")
                .forEach(field -> described.put(field.get("name").asText(), field));
    }

    /** Another place of a field; the field is made at its first. */
    PDAnnotationWidget widget(String name, float size) {
        JsonNode field = described.get(name);
        if (field == null) {
            throw new IllegalStateException("the descriptor has no field " + name);
        }
        PDTextField made = fields.computeIfAbsent(name, any -> make(field, size));
        PDAnnotationWidget widget = new PDAnnotationWidget();
        widget.setParent(made);
        widgets.computeIfAbsent(name, any -> new ArrayList<>()).add(widget);
        return widget;
    }

    /** Ties fields and widgets together; every described field must have been placed. */
    void finish() {
        Set<String> unplaced = new TreeSet<>(described.keySet());
        unplaced.removeAll(fields.keySet());
        if (!unplaced.isEmpty()) {
            throw new IllegalStateException("fields without a place: " + unplaced);
        }
        fields.forEach((name, field) -> field.setWidgets(widgets.getOrDefault(name, List.of())));
        form.setFields(new ArrayList<>(fields.values()));
        form.setNeedAppearances(false);
    }

    private PDTextField make(JsonNode node, float size) {
        PDTextField field = new PDTextField(form);
        field.setPartialName(node.get("name").asText());
        field.setAlternateFieldName(node.get("labels").get("zh-CN").asText());
        field.setDefaultAppearance("/Helv " + size + " Tf 0 g");
        field.setMultiline("LONG_TEXT".equals(node.path("type").asText()));
        boolean editable = node.path("editable").asBoolean();
        field.setReadOnly(!editable);
        field.setRequired(editable && node.path("required").asBoolean());
        if (editable && node.has("maxLength")) {
            field.setMaxLen(node.get("maxLength").asInt());
        }
        return field;
    }
}
