package org.xudai.retention;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.emptied;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** Why a case was held once. */
@Component
class HoldTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(emptied(CASE, "legal_hold", "case_number = :owner", "reason = ''"));
    }
}
