package org.xudai.vault;

import java.util.List;

/**
 * What the rows of a table keep of somebody, and what forgetting does to them: takes them away, or empties columns and
 * leaves ids, times and hashes.
 *
 * @param of whose rows these are
 * @param table name of the table
 * @param where SQL condition that finds the rows of an owner by {@code :owner}, a case number or customer number
 * @param emptied what the columns become, as SQL assignments; none takes the rows away
 */
public record Trace(Of of, String table, String where, List<String> emptied) {

    /** Whose rows. */
    public enum Of {
        /** A case; the owner is its number. */
        CASE,
        /** Of a case too, but needed only on the way into it: forgotten sooner. */
        DRAFT,
        /** A borrower; the owner is his customer number. */
        BORROWER
    }

    /** Rows that are taken away. */
    public static Trace removed(Of of, String table, String where) {
        return new Trace(of, table, where, List.of());
    }

    /** Rows that stay, with columns emptied. */
    public static Trace emptied(Of of, String table, String where, String... assignments) {
        return new Trace(of, table, where, List.of(assignments));
    }

    /** The statement that forgets. */
    public String sql() {
        return emptied.isEmpty()
                ? "delete from " + table + " where " + where
                : "update " + table + " set " + String.join(", ", emptied) + " where " + where;
    }
}
