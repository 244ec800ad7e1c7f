package org.xudai.intake;

import java.util.Map;
import java.util.stream.Collectors;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;

/** A document was received; its inspection is still to come. */
public record DocumentReceived(Document document) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return document.caseNumber();
    }

    @Override
    public String act() {
        return "intake.received";
    }

    @Override
    public Actor actor() {
        return document.by();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "document", document.id().toString(),
                "channel", document.channel().name(),
                "material",
                        document.material() == null ? "" : document.material().value(),
                "sha256",
                        document.files().stream()
                                .map(file -> file.sha256().value())
                                .collect(Collectors.joining(",")));
    }
}
