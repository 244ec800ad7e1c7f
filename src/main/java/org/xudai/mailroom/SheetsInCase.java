package org.xudai.mailroom;

import java.util.Collection;
import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;

/**
 * Pages of stacks became a document of a case.
 *
 * @param way whether a code brought them there or a person
 * @param document the document
 * @param sheets each page as {@code <SHA-256 of the stack>#<page>}
 */
record SheetsInCase(String way, Document document, String sheets) implements Auditable {

    /** The codes on them name the case. */
    static SheetsInCase filed(Document document, Collection<Papers.Paper> papers) {
        return new SheetsInCase("filed", document, Papers.names(papers));
    }

    /** No code had brought them there; a person did. */
    static SheetsInCase assigned(Document document, Collection<Papers.Paper> papers) {
        return new SheetsInCase("assigned", document, Papers.names(papers));
    }

    @Override
    public CaseNumber caseNumber() {
        return document.caseNumber();
    }

    @Override
    public String act() {
        return "mailroom." + way;
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
