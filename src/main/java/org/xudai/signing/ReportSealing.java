package org.xudai.signing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of the validation of certificate signatures: all it found, since it names who signed. */
@Component
class ReportSealing implements SealedTable {

    static final String REPORT = "report";

    @Override
    public String name() {
        return "signature_report";
    }

    @Override
    public List<String> key() {
        return List.of("document_id", "sequence");
    }

    @Override
    public String owner() {
        return "'case/' || case_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(REPORT));
    }
}
