package org.xudai.notices;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a message: whom it goes to and all it says. */
@Component
class NoticeSealing implements SealedTable {

    static final String ADDRESS = "address";
    static final String SUBJECT = "subject";
    static final String BODY = "body";
    static final String LINK = "link";
    static final String CODE = "code";
    static final String PARAMS = "params";

    @Override
    public String name() {
        return "notice";
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
        return List.of(
                SealedColumn.text(ADDRESS, SealedColumn.Hash.whole("address_hash", ADDRESS)),
                SealedColumn.text(SUBJECT),
                SealedColumn.text(BODY),
                SealedColumn.text(LINK),
                SealedColumn.text(CODE),
                SealedColumn.text(PARAMS));
    }
}
