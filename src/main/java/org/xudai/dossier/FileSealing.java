package org.xudai.dossier;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a file: the name it was sent with, which is often a name of somebody. */
@Component
class FileSealing implements SealedTable {

    static final String NAME = "name";

    @Override
    public String name() {
        return "document_file";
    }

    @Override
    public List<String> key() {
        return List.of("document_id", "sequence");
    }

    @Override
    public String owner() {
        return "(select 'case/' || d.case_number from document d where d.id = document_id)";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(NAME));
    }
}
