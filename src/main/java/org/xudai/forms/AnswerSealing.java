package org.xudai.forms;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of an answer in draft. */
@Component
class AnswerSealing implements SealedTable {

    static final String VALUE = "value";

    @Override
    public String name() {
        return "form_answer";
    }

    @Override
    public List<String> key() {
        return List.of("case_number", "code", "field");
    }

    @Override
    public String owner() {
        return "'case/' || case_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(VALUE));
    }
}
