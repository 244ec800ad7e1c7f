package org.xudai.signing;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;

/**
 * What proves the seals of a signed form later was added, in a copy of its own.
 *
 * @param signed the signed form
 * @param raised the copy
 */
public record SealRaised(Document signed, Document raised) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return signed.caseNumber();
    }

    @Override
    public String act() {
        return "signing.raised";
    }

    @Override
    public Actor actor() {
        return Actor.system("signing");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "document", signed.id().toString(),
                "raised", raised.id().toString(),
                "sha256", raised.files().get(0).sha256().value());
    }
}
