package org.xudai.retention;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/** The legal hold of a case was lifted. */
record HoldLifted(CaseNumber caseNumber, String reason, StaffId by) implements Auditable {

    @Override
    public String act() {
        return "retention.hold-lifted";
    }

    @Override
    public Actor actor() {
        return Actor.staff(by);
    }

    @Override
    public Map<String, String> personal() {
        return Map.of("reason", reason);
    }
}
