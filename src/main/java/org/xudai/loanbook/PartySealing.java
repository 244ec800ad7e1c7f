package org.xudai.loanbook;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xudai.vault.SealedColumn;
import org.xudai.vault.SealedTable;

/** What is sealed of a party; the name is searchable text. */
@Component
class PartySealing implements SealedTable {

    static final String RESIDENT_ID = "resident_id";
    static final String MOBILE = "mobile";
    static final String EMAIL = "email";

    /** Use of the hash of a phone's last four digits. */
    static final String TAIL = "mobile-tail";

    private static final int TAIL_LENGTH = 4;

    @Override
    public String name() {
        return "party";
    }

    @Override
    public List<String> key() {
        return List.of("id");
    }

    @Override
    public String owner() {
        return "'borrower/' || customer_number";
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                SealedColumn.text(RESIDENT_ID, SealedColumn.Hash.whole("resident_id_hash", RESIDENT_ID)),
                SealedColumn.text(
                        MOBILE,
                        SealedColumn.Hash.whole("mobile_hash", MOBILE),
                        new SealedColumn.Hash("mobile_tail_hash", TAIL, PartySealing::tail)),
                SealedColumn.text(EMAIL));
    }

    /** A phone's last four digits. */
    static String tail(String mobile) {
        return mobile.substring(Math.max(0, mobile.length() - TAIL_LENGTH));
    }
}
