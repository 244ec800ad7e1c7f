package org.xudai.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.web.ProblemException;

/** Gives bytes out as they are kept; received ones always as a download, never to be shown by the browser. */
@Component
class Downloads {

    private final Dossier dossier;
    private final FormLibrary forms;

    Downloads(Dossier dossier, FormLibrary forms) {
        this.dossier = dossier;
        this.forms = forms;
    }

    IssuedForm form(CaseNumber caseNumber, String code) {
        return forms.current(caseNumber, code).orElseThrow(ProblemException::notFound);
    }

    ResponseEntity<Resource> formPdf(CaseNumber caseNumber, String code) {
        IssuedForm form = form(caseNumber, code);
        StoredFile file = document(caseNumber, form.document()).files().get(0);
        return answer(file, code + "-v" + form.version() + ".pdf", MediaType.APPLICATION_PDF, false);
    }

    Document document(CaseNumber caseNumber, DocumentId id) {
        return dossier.find(id)
                .filter(document -> document.caseNumber().equals(caseNumber))
                .orElseThrow(ProblemException::notFound);
    }

    ResponseEntity<Resource> content(Document document, int file) {
        StoredFile found = document.files().stream()
                .filter(stored -> stored.sequence() == file)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return answer(found, found.name(), MediaType.parseMediaType(found.contentType()), true);
    }

    ResponseEntity<Resource> page(Document document, int page, boolean straight) throws IOException {
        Optional<InputStream> straightened = straight ? dossier.straightened(document.id(), page) : Optional.empty();
        InputStream preview = straightened.isPresent()
                ? straightened.get()
                : dossier.preview(document.id(), page).orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                .body(new InputStreamResource(preview));
    }

    private ResponseEntity<Resource> answer(StoredFile file, String name, MediaType type, boolean download) {
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name.isBlank() ? "document" : name, java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new StoredResource(dossier, file));
    }
}
