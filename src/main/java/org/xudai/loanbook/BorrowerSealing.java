package org.xudai.loanbook;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a borrower. */
@Component
class BorrowerSealing implements SealedTable {

    static final String CREDIT_CODE = "credit_code";

    @Override
    public String name() {
        return "borrower";
    }

    @Override
    public List<String> key() {
        return List.of("customer_number");
    }

    @Override
    public String owner() {
        return "'borrower/' || customer_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(CREDIT_CODE, SealedColumn.Hash.whole("credit_code_hash", CREDIT_CODE)));
    }
}
