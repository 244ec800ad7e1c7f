package org.xudai.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a CSV file (RFC 4180) in UTF-8, as a spreadsheet opens it without harm. */
public final class SpreadsheetRows {

    /** Stands first and tells a spreadsheet that the file is in UTF-8. */
    public static final String MARK = "\uFEFF";

    private SpreadsheetRows() {}

    /** A row with its line end; what a spreadsheet would take for a formula is made text. */
    public static String row(Stream<String> cells) {
        return cells.map(cell -> cell.matches("(?s)[=+@\t\r-].*") ? "'" + cell : cell)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
