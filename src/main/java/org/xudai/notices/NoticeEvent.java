package org.xudai.notices;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;

/** A message was queued, sent or given up ({@code queued sent failed not-configured}). */
record NoticeEvent(CaseNumber caseNumber, String verb, Map<String, String> facts) implements Auditable {

    @Override
    public String act() {
        return "notices." + verb;
    }

    @Override
    public Actor actor() {
        return Actor.system("outbox");
    }
}
