package org.xudai.loanbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.Branches;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;

/** Imports the loan file, batch by batch; a bad row never stops the good ones. */
@Component
class LoanFileImport implements LoanImports {

    private static final int BATCH = 500;

    private final LoanWriter writer;
    private final ImportTable imports;
    private final Branches branches;
    private final StaffDirectory staff;
    private final PartyFileReader partyRows;
    private final TransactionTemplate transaction;

    LoanFileImport(
            LoanWriter writer,
            ImportTable imports,
            Branches branches,
            StaffDirectory staff,
            PartyFileReader partyRows,
            PlatformTransactionManager transactions) {
        this.writer = writer;
        this.imports = imports;
        this.branches = branches;
        this.staff = staff;
        this.partyRows = partyRows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportReport importLoans(InputStream file, String fileName, StaffMember by) throws IOException {
        return run(file, fileName, "LOANS", by, new LoanRun(by));
    }

    @Override
    public ImportReport importParties(InputStream file, String fileName, StaffMember by) throws IOException {
        return run(file, fileName, "PARTIES", by, partyRows.run(by));
    }

    @Override
    public Optional<ImportReport> report(UUID id) {
        return imports.report(id);
    }

    @Override
    public List<Rejection> rejections(UUID id) {
        return imports.rejections(id);
    }

    private ImportReport run(InputStream file, String fileName, String kind, StaffMember by, ImportRun run)
            throws IOException {
        Path copy = Files.createTempFile("xudai-import", ".table");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            if (Files.size(copy) == 0) {
                throw new UnreadableFile("import-empty", "");
            }
            UUID id = imports.begin(fileName, kind, by.id());
            List<ImportRun.Row> batch = new ArrayList<>();
            try {
                TableFile.read(copy, (number, cells) -> {
                    if (run.takesHeader(cells)) {
                        return;
                    }
                    batch.add(new ImportRun.Row(number, cells));
                    if (batch.size() == BATCH) {
                        flush(id, run, batch);
                    }
                });
                run.requireHeader();
                flush(id, run, batch);
            } catch (UnreadableFile e) {
                imports.end(id, "FAILED");
                throw e;
            }
            imports.end(id, "DONE");
            return imports.report(id).orElseThrow();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void flush(UUID id, ImportRun run, List<ImportRun.Row> batch) {
        if (!batch.isEmpty()) {
            transaction.executeWithoutResult(status -> imports.count(id, run.write(batch)));
            batch.clear();
        }
    }

    /** One run over a loan file. */
    private final class LoanRun implements ImportRun {

        private final StaffMember by;
        private final Map<String, Long> seen = new HashMap<>();
        private final Header<LoanColumn> header = new Header<>(LoanColumn.class, LoanColumn::header);

        LoanRun(StaffMember by) {
            this.by = by;
        }

        @Override
        public boolean takesHeader(List<String> cells) {
            return header.takes(cells);
        }

        @Override
        public void requireHeader() {
            header.require();
        }

        @Override
        public Tally write(List<Row> rows) {
            Tally tally = new Tally();
            for (Row row : rows) {
                write(row, tally);
            }
            return tally;
        }

        private void write(Row row, Tally tally) {
            EnumMap<LoanColumn, String> cells = header.cells(row.cells());
            RowReader reader = new RowReader(row.number(), cells);
            Optional<LoanRow> read = reader.read();
            List<Rejection> problems = new ArrayList<>(reader.problems());
            String number = cells.getOrDefault(LoanColumn.NUMBER, "");
            Long first = number.isEmpty() ? null : seen.putIfAbsent(number, row.number());
            if (first != null) {
                problems.add(new Rejection(row.number(), LoanColumn.NUMBER.header(), number, "loan-twice"));
            }
            read.filter(loan -> branches.find(loan.branch()).isEmpty())
                    .ifPresent(loan -> problems.add(new Rejection(
                            row.number(),
                            LoanColumn.BRANCH.header(),
                            loan.branch().value(),
                            "branch-unknown")));
            if (read.isEmpty() || !problems.isEmpty()) {
                tally.rejected(problems);
                return;
            }
            tally.took(writer.write(read.get(), by.id()));
            String manager = read.get().managerNumber();
            if (manager != null && staff.findByEmployeeNumber(manager).isEmpty()) {
                tally.note(new Note(row.number(), LoanColumn.MANAGER.header(), manager, "manager-unknown"));
            }
        }
    }
}
