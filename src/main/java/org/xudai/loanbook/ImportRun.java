package org.xudai.loanbook;

import java.util.List;

/** One pass over a file. */
interface ImportRun {

    /** A row with its number in the file; the header is row 1. */
    record Row(long number, List<String> cells) {}

    /** Takes the header row; true for that one only. */
    boolean takesHeader(List<String> cells);

    /** Refuses a file that had none. */
    void requireHeader();

    /** Writes a batch in the caller's transaction. */
    Tally write(List<Row> rows);
}
