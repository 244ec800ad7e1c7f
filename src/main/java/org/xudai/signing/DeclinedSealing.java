package org.xudai.signing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a refusal to sign: the reason. */
@Component
class DeclinedSealing implements SealedTable {

    static final String REASON = "reason";

    @Override
    public String name() {
        return "signing_declined";
    }

    @Override
    public List<String> key() {
        return List.of("case_number", "material", "version", "party_id");
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
