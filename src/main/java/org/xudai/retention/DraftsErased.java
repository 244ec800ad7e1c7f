package org.xudai.retention;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** The drafts of an ended case, its links, codes and sessions are erased. */
record DraftsErased(CaseNumber caseNumber, int rows) implements Auditable {

    @Override
    public String act() {
        return "retention.drafts-erased";
    }

    @Override
    public Actor actor() {
        return Actor.system("retention");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("rows", Integer.toString(rows));
    }
}
