package org.xudai.loanbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Rows of a table, one after the other, in bounded memory. */
interface TableRows extends Closeable {

    /**
     * The next row, or nothing at the end.
     *
     * @throws LoanImports.UnreadableFile where the file cannot be read on
     */
    Optional<ImportRun.Row> next() throws IOException;

    /** Whether how far the file is read tells how many rows are left. */
    boolean showsProgress();

    /** Opens a CSV (UTF-8 or GB18030) or XLSX file. */
    static TableRows of(UploadCopy copy) throws IOException {
        if (copy.size() == 0) {
            throw new LoanImports.UnreadableFile("import-empty", "");
        }
        byte[] start;
        try (InputStream in = copy.open()) {
            start = in.readNBytes(4);
        }
        boolean zipped = start.length == 4 && start[0] == 'P' && start[1] == 'K';
        return zipped ? WorkbookRows.of(copy) : new CsvRows(copy.open());
    }
}
