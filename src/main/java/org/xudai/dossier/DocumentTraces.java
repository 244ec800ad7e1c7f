package org.xudai.dossier;

import static org.xudai.vault.Trace.Of.CASE;
import static org.xudai.vault.Trace.emptied;
import static org.xudai.vault.Trace.removed;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** What documents keep besides their bytes: senders, names of files, previews. Hashes, sizes and times stay. */
@Component
class DocumentTraces implements Traces {

    @Override
    public List<Trace> all() {
        return List.of(
                emptied(CASE, "document", "case_number = :owner", "sender = null"),
                emptied(
                        CASE,
                        "document_file",
                        "document_id in (select id from document where case_number = :owner)",
                        "name = ''"),
                removed(
                        CASE,
                        "document_preview",
                        "document_id in (select id from document where case_number = :owner)"));
    }
}
