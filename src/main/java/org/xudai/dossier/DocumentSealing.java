package org.xudai.dossier;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a document: whom its sender named. */
@Component
class DocumentSealing implements SealedTable {

    static final String SENDER = "sender";

    @Override
    public String name() {
        return "document";
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public String owner() {
        return "'case/' || case_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(SENDER));
    }
}
