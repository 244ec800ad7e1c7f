package org.xudai.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/**
 * A change of staff or branches.
 *
 * @param act stable code of the act
 * @param actor who did it
 * @param facts who or which branch, roles before and after
 * @param personal names and phones
 */
record StaffChanged(String act, Actor actor, Map<String, String> facts, Map<String, String> personal)
        implements Auditable {

    @Override
    public @Nullable CaseNumber caseNumber() {
        return null;
    }
}
