package org.xudai.vault;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value stands. It is part of the seal: the value opens nowhere else.
 *
 * @param owner whose key seals it
 * @param table name of the table
 * @param column name of the column
 * @param row the row's primary key
 */
public record Cell(KeyOwner owner, String table, String column, String row) {

    byte[] associated() {
        return String.join("/", table, column, row).getBytes(StandardCharsets.UTF_8);
    }
}
