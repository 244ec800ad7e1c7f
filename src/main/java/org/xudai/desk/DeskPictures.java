package org.xudai.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xudai.access.AccessLog;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.FormPictures;
import org.xudai.forms.IssuedForm;
import org.xudai.renewal.RenewalCase;
import org.xudai.web.ProblemException;

/** Pages of issued forms as pictures, to lie beside the returned ones. An issued version never changes. */
@Controller
class DeskPictures {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DeskDoor door;
    private final FormLibrary forms;
    private final FormPictures pictures;
    private final Dossier dossier;
    private final AccessLog log;

    DeskPictures(DeskDoor door, FormLibrary forms, FormPictures pictures, Dossier dossier, AccessLog log) {
        this.door = door;
        this.forms = forms;
        this.pictures = pictures;
        this.dossier = dossier;
        this.log = log;
    }

    @GetMapping("/desk/cases/{number}/forms/{code}/{version}/{page}.png")
    ResponseEntity<byte[]> page(
            @PathVariable String number, @PathVariable String code, @PathVariable int version, @PathVariable int page)
            throws IOException {
        RenewalCase renewal = door.open(number);
        IssuedForm form = forms.issued(renewal.number(), code, version).orElseThrow(ProblemException::notFound);
        if (page < 1 || page > form.pages()) {
            throw ProblemException.notFound();
        }
        Document issued = dossier.find(form.document()).orElseThrow(ProblemException::notFound);
        log.reads(renewal.number(), AccessLog.What.FORM, form.document() + "/" + page);
        try (InputStream pdf = dossier.open(issued.files().get(0), 0)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                    .body(pictures.pageBesideReceived(pdf.readAllBytes(), page));
        }
    }
}
