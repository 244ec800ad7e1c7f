package org.xudai.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Reads the values of form fields by full name, as texts. */
final class FieldValues {

    private FieldValues() {}

    static Map<String, String> of(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        Map<String, String> values = new LinkedHashMap<>();
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                values.put(field.getFullyQualifiedName(), field.getValueAsString());
            }
        }
        return values;
    }
}
