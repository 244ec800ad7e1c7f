package org.xudai.mailroom;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;

/**
 * A person made a document of a case out of pages of stacks that no code had brought there.
 *
 * @param document the document
 * @param sheets each page as {@code <SHA-256 of the stack>#<page>}
 */
record SheetsAssigned(Document document, String sheets) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return document.caseNumber();
    }

    @Override
    public String act() {
        return "mailroom.assigned";
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
