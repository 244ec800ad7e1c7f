package org.xudai.retention;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** The time of a case has run out: its erasure begins. */
record ErasureBegun(CaseNumber caseNumber, Due due) implements Auditable {

    @Override
    public String act() {
        return "retention.erasure-begun";
    }

    @Override
    public Actor actor() {
        return Actor.system("retention");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "clock", due.clock().name(),
                "since", due.since().toString(),
                "keptUntil", due.keptUntil().toString());
    }
}
