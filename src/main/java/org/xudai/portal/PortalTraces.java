package org.xudai.portal;

import static org.xudai.vault.Trace.Of.DRAFT;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** Places for uploads. */
@Component
class PortalTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(removed(DRAFT, "portal_upload_slot", "case_number = :owner"));
    }
}
