package org.xudai.loanbook;

import java.util.List;

/** One pass over a file. */
interface ImportRun {

    /**
     * A row of the file.
     *
     * @param number the header is row 1
     * @param cells its cells; none where it cannot be read
     * @param problem why it cannot be read, a code of the bundle; empty where it can
     */
    record Row(long number, List<String> cells, String problem) {

        static Row broken(long number, String problem) {
            return new Row(number, List.of(), problem);
        }

        boolean isBroken() {
            return !problem.isEmpty();
        }
    }

    /** Takes the header row and blank rows; true for those only. */
    boolean takesHeader(List<String> cells);

    /** Refuses a file that had none. */
    void requireHeader();

    /** Checks rows, once for each row and in their order; nothing is written yet. */
    Checked check(List<Row> rows);

    /** Rows that were checked. */
    interface Checked {

        /** Writes the good ones in the caller's transaction, and again where that is rolled back. */
        Tally write();
    }
}
