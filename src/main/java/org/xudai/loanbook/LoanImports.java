package org.xudai.loanbook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xudai.access.StaffMember;
import org.xudai.kernel.StaffId;

/**
 * Import of the loan book from files: CSV (UTF-8 or GB18030) or XLSX, streaming, 500 rows a transaction. A bad row never
 * stops the good ones. The same file twice changes nothing; after a kill it goes on where the first pass ended.
 */
public interface LoanImports {

    /**
     * Reads a loan file to its end.
     *
     * @throws UnreadableFile where the file or its header cannot be read
     */
    ImportReport importLoans(InputStream file, String fileName, StaffMember by) throws IOException;

    /** As {@link #importLoans}, for parties and security of loans. */
    ImportReport importParties(InputStream file, String fileName, StaffMember by) throws IOException;

    /** What a file brings in. */
    enum Kind {
        /** The loan book: loans, borrowers, whitelist entries, signers and contacts. */
        LOANS,
        /** Parties and security of loans that are there. */
        PARTIES
    }

    /**
     * Takes a file and reads it in the background, one at a time on a node.
     *
     * @return where its report is found
     * @throws UnreadableFile where the file or its header cannot be read
     * @throws TooManyImports where too many wait already
     */
    UUID start(InputStream file, String fileName, Kind kind, StaffMember by) throws IOException;

    /** Report of an import, also of one that still runs. */
    Optional<ImportReport> report(UUID id);

    /** The latest imports, newest first, without their rejections and notes. */
    List<ImportReport> latest(int most);

    /**
     * Stops an import after the rows it is at; what is in stays.
     *
     * @return false where it has ended before, or there is none
     */
    boolean cancel(UUID id, StaffMember by);

    /** All rejected values of an import, by row. */
    void rejections(UUID id, Consumer<Rejection> taker);

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

    /** More files wait on this node than it takes. */
    class TooManyImports extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * A rejected value: row from 1 (the header is row 1), column, masked value, code of the problem. Column and value are
     * empty where the row as a whole cannot be read.
     */
    record Rejection(long row, String column, String value, String problem) {}

    /** A note on a row that was taken, e.g. an unknown 客户经理工号. */
    record Note(long row, String column, String value, String note) {}

    /**
     * Result of an import so far; at most the first 1,000 rejections and notes.
     *
     * @param percent how much of the file is read, where that can be told
     * @param problem why the file could not be read on, a code of the bundle
     * @param detail argument of its sentence
     */
    record ImportReport(
            UUID id,
            Kind kind,
            String fileName,
            StaffId by,
            ImportState state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Integer percent,
            @Nullable String problem,
            @Nullable String detail,
            long rows,
            long created,
            long updated,
            long unchanged,
            long rejectedRows,
            List<Rejection> rejected,
            List<Note> notes) {}
}
