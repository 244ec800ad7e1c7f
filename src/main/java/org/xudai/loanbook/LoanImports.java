package org.xudai.loanbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xudai.access.StaffMember;

/** Import of the loan book from a file. */
public interface LoanImports {

    /**
     * Reads a CSV (UTF-8 or GB18030) or XLSX file, streaming. A bad row never stops the good ones; the same file twice
     * changes nothing.
     *
     * @throws UnreadableFile where the file or its header cannot be read
     */
    ImportReport importLoans(InputStream file, String fileName, StaffMember by) throws IOException;

    /** As {@link #importLoans}, for parties and security of loans. */
    ImportReport importParties(InputStream file, String fileName, StaffMember by) throws IOException;

    /** Report of an earlier import. */
    Optional<ImportReport> report(UUID id);

    /** All rejected rows of an import. */
    List<Rejection> rejections(UUID id);

    /** A file that cannot be read as a whole; {@code problem} is a code of the bundle, {@code detail} its argument. */
    class UnreadableFile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String problem;
        private final String detail;

        public UnreadableFile(String problem, String detail) {
            super(problem);
            this.problem = problem;
            this.detail = detail;
        }

        public String problem() {
            return problem;
        }

        public String detail() {
            return detail;
        }
    }

    /** A rejected value: row from 1 (the header is row 1), column, masked value, code of the problem. */
    record Rejection(long row, String column, String value, String problem) {}

    /** A note on a row that was taken, e.g. an unknown 客户经理工号. */
    record Note(long row, String column, String value, String note) {}

    /** Result of an import; at most the first 1,000 rejections and notes. */
    record ImportReport(
            UUID id,
            String fileName,
            String state,
            long rows,
            long created,
            long updated,
            long unchanged,
            long rejectedRows,
            List<Rejection> rejected,
            List<Note> notes) {}
}
