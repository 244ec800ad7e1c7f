package org.xudai.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;

/** A document was inspected and has its verdict. */
public record DocumentInspected(Document document, List<Finding> findings) implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return document.caseNumber();
    }

    @Override
    public String act() {
        return "intake.inspected";
    }

    @Override
    public Actor actor() {
        return Actor.system("inspection");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "document", document.id().toString(),
                "material",
                        document.material() == null ? "" : document.material().value(),
                "state", document.state().name(),
                "findings", findings.stream().map(Finding::code).distinct().collect(Collectors.joining(",")));
    }
}
