package org.xudai.retention;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** Reports of imports are erased, with the names of the files. */
record ReportsErased(int reports) implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }

    @Override
    public String act() {
        return "retention.reports-erased";
    }

    @Override
    public Actor actor() {
        return Actor.system("retention");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("reports", Integer.toString(reports));
    }
}
