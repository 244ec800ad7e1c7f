package org.xudai.renewal;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.DocumentState;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;

/**
 * Somebody of the bank judged a document that inspection left undecided, or did not accept one.
 *
 * @param caseNumber the case
 * @param document the document
 * @param material its line of the checklist
 * @param state {@code ACCEPTED} or {@code REFUSED}
 * @param by who
 */
public record DocumentJudged(
        CaseNumber caseNumber, DocumentId document, MaterialCode material, DocumentState state, StaffId by)
        implements Auditable {

    @Override
    public String act() {
        return "renewal.document-judged";
    }

    @Override
    public Actor actor() {
        return Actor.staff(by);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("document", document.toString(), "material", material.value(), "state", state.name());
    }
}
