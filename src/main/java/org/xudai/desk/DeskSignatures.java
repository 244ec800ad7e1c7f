package org.xudai.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.renewal.RenewalCase;
import org.xudai.web.ProblemException;

/** The report on the signatures of a document: who made each, how it was confirmed, and what holds it. */
@Controller
class DeskSignatures {

    private final DeskDoor door;
    private final Dossier dossier;
    private final CaseSignatures signatures;

    DeskSignatures(DeskDoor door, Dossier dossier, CaseSignatures signatures) {
        this.door = door;
        this.dossier = dossier;
        this.signatures = signatures;
    }

    @GetMapping("/desk/cases/{number}/documents/{id}/signatures")
    String report(@PathVariable String number, @PathVariable String id, Model model) {
        RenewalCase renewal = door.open(number);
        Document document = dossier.ofCase(renewal.number()).stream()
                .filter(found -> found.id().toString().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        model.addAttribute("renewal", renewal);
        model.addAttribute("document", document);
        model.addAttribute("made", signatures.made(document));
        model.addAttribute("validated", signatures.validated(document));
        return "desk/signatures";
    }
}
