package org.xudai.loanbook;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/**
 * An import began, ended or was told to stop.
 *
 * @param importId which
 * @param verb {@code started}, {@code ended} or {@code cancelled}
 * @param actor who
 * @param facts hash of the file, state, counts
 */
public record ImportEvent(UUID importId, String verb, Actor actor, Map<String, String> facts) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "loanbook.import-" + verb;
    }
}
