package org.xudai.review;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a decision: what people wrote; the outcome and the amount are not. */
@Component
class DecisionSealing implements SealedTable {

    static final String COMMENT = "comment";
    static final String CORRECTIONS = "corrections";
    static final String CONDITIONS = "conditions";
    static final String OPINION = "opinion";

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public List<String> key() {
        return List.of("task_id");
    }

    @Override
    public String owner() {
        return "'case/' || case_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                SealedColumn.text(COMMENT),
                SealedColumn.json(CORRECTIONS),
                SealedColumn.text(CONDITIONS),
                SealedColumn.json(OPINION));
    }
}
