package org.xudai.retention;

import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** What was known of a case is erased; explains to a later reader why nothing stands beside the entries before. */
record CaseErased(CaseNumber caseNumber, Due due, int documents, long objects, Sha256 certificate)
        implements Auditable {

    @Override
    public String act() {
        return "retention.erased";
    }

    @Override
    public Actor actor() {
        return Actor.system("retention");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "clock", due.clock().name(),
                "keptUntil", due.keptUntil().toString(),
                "documents", Integer.toString(documents),
                "objects", Long.toString(objects),
                "certificate", certificate.value());
    }
}
