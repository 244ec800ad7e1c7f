package org.xudai.evidence;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.Sha256;

/** The evidence box of a case was made. */
record EvidenceSealed(CaseNumber caseNumber, DocumentId document, Sha256 sha256) implements Auditable {

    @Override
    public String act() {
        return "evidence.sealed";
    }

    @Override
    public Actor actor() {
        return Actor.system("evidence");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("document", document.toString(), "sha256", sha256.value());
    }
}
