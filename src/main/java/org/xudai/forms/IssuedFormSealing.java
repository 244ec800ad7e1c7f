package org.xudai.forms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of an issued form: the values printed on it. */
@Component
class IssuedFormSealing implements SealedTable {

    static final String VALUES = "field_values";

    @Override
    public String name() {
        return "issued_form";
    }

    @Override
    public List<String> key() {
        return List.of("case_number", "code", "version");
    }

    @Override
    public String owner() {
        return "'case/' || case_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.json(VALUES));
    }
}
