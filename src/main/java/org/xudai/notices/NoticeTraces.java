package org.xudai.notices;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** The messages of a case, with addresses and their hashes. */
@Component
class NoticeTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(removed(CASE, "notice", "case_number = :owner"));
    }
}
