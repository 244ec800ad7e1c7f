package org.xudai.loanbook;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a loan: the hash of its imported row, from which a phone could be guessed where all else is known. */
@Component
class LoanSealing implements SealedTable {

    static final String ROW_HASH = "row_hash";

    @Override
    public String name() {
        return "loan";
    }

    @Override
    public List<String> key() {
        return List.of("number");
    }

    @Override
    public String owner() {
        return "'borrower/' || customer_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(ROW_HASH));
    }
}
