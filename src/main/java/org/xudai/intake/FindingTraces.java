package org.xudai.intake;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What inspection found in the documents of a case. */
@Component
class FindingTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                removed(CASE, "finding", "document_id in (select id from document where case_number = :owner)"),
                removed(CASE, "received_page", "case_number = :owner"));
    }
}
