package org.xudai.retention;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a legal hold: why. */
@Component
class HoldSealing implements SealedTable {

    static final String REASON = "reason";

    @Override
    public String name() {
        return "legal_hold";
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
        return List.of(SealedColumn.text(REASON));
    }
}
