package org.xudai.mailroom;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a stack: the name of its file, which is often a name of somebody. */
@Component
class StackSealing implements SealedTable {

    static final String FILE_NAME = "file_name";

    @Override
    public String name() {
        return "mail_stack";
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public String owner() {
        return "'shelf/' || id";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text(FILE_NAME));
    }
}
