package org.xudai.access;

import static org.xudai.vault.Trace.Of.DRAFT;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What doors keep of a case: links, codes and sessions. The log of reads holds ids alone and is part of the record. */
@Component
class AccessTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                removed(DRAFT, "invitation", "case_number = :owner"),
                removed(DRAFT, "one_time_code", "case_number = :owner"),
                removed(DRAFT, "party_session", "case_number = :owner"));
    }
}
