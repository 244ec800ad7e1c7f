package org.xudai.mailroom;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/**
 * A person found that pages belong to no case.
 *
 * @param sheets each page as {@code <SHA-256 of the stack>#<page>}
 * @param note what else was said; kept beside the record
 */
record SheetsDiscarded(String sheets, DiscardReason reason, String note, Actor actor) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "mailroom.discarded";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("sheets", sheets, "reason", reason.name());
    }

    @Override
    public Map<String, String> personal() {
        return note.isEmpty() ? Map.of() : Map.of("note", note);
    }
}
