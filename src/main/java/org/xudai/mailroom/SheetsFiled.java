package org.xudai.mailroom;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;

/**
 * Pages of a stack became a document of the case that the codes on them name.
 *
 * @param document the document
 * @param sheets each page as {@code <SHA-256 of the stack>#<page>}
 */
record SheetsFiled(Document document, String sheets) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return document.caseNumber();
    }

    @Override
    public String act() {
        return "mailroom.filed";
    }

    @Override
    public Actor actor() {
        return document.by();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("document", document.id().toString(), "sheets", sheets);
    }
}
