package org.xudai.vault;

import java.util.List;

/**
 * A table with sealed columns, declared by the module that owns it, so that rows of before the vault and rows of an older
 * search-hash key are brought up to date while the system works. The table has a column {@code sealed_under}: the id of the
 * search-hash key in use when the row was sealed, null where it is not sealed.
 */
public interface SealedTable {

    /** Name of the table. */
    String name();

    /** Its primary key. */
    List<String> key();

    /** SQL that gives the name of the {@link KeyOwner} of a row. */
    String owner();

    /** The sealed columns. */
    List<SealedColumn> columns();

    /** The place of a value in a row, whose key is written with {@code /} between its parts. */
    default Cell cell(KeyOwner owner, String column, Object row) {
        return new Cell(owner, name(), column, row.toString());
    }
}
