package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormTemplate;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;

/**
 * Looks up what a page code names. Codes are checked here, since a worker has no key; a code that is forged, of another case
 * or of an older version has no page to compare with.
 */
@Component
class IssuedSheets {

    private final FormLibrary forms;
    private final Dossier dossier;

    IssuedSheets(FormLibrary forms, Dossier dossier) {
        this.forms = forms;
        this.dossier = dossier;
    }

    /** The issued pages of one case. */
    IssuedSource of(CaseNumber caseNumber) {
        return new IssuedSource() {

            @Override
            public Optional<IssuedSheet> named(String code) {
                return sheet(caseNumber, code);
            }

            @Override
            public byte[] pdf(IssuedSheet sheet) throws IOException {
                return bytes(forms.current(caseNumber, sheet.form()).orElseThrow());
            }
        };
    }

    private Optional<IssuedSheet> sheet(CaseNumber caseNumber, String text) {
        return forms.readPageCode(text)
                .filter(code -> code.caseNumber().equals(caseNumber))
                .flatMap(code -> forms.templates().stream()
                        .filter(template -> template.number() == code.formNumber())
                        .map(FormTemplate::code)
                        .findFirst()
                        .flatMap(form -> forms.current(caseNumber, form))
                        .filter(form -> form.version() == code.version() && code.page() <= form.pages())
                        .map(form -> new IssuedSheet(
                                form.code(), code.page(), form.layout().pages().get(code.page() - 1))));
    }

    private byte[] bytes(IssuedForm form) throws IOException {
        try (InputStream in =
                dossier.open(dossier.find(form.document()).orElseThrow().files().get(0), 0)) {
            return in.readAllBytes();
        }
    }
}
