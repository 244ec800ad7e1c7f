package org.xudai.loanbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.BranchCode;
import org.xudai.loanbook.LoanImports.Note;
import org.xudai.loanbook.LoanImports.Rejection;

/** Reads the loan file. */
@Component
class LoanFileReader {

    private final LoanWriter writer;
    private final Branches branches;
    private final StaffDirectory staff;

    LoanFileReader(LoanWriter writer, Branches branches, StaffDirectory staff) {
        this.writer = writer;
        this.branches = branches;
        this.staff = staff;
    }

    ImportRun run(StaffMember by) {
        return new LoanRun(by);
    }

    private final class LoanRun implements ImportRun {

        private final StaffMember by;
        private final Set<BranchCode> known =
                branches.all().stream().map(Branch::code).collect(Collectors.toSet());
        private final Map<String, Boolean> managers = new HashMap<>();
        private final SeenNumbers seen = new SeenNumbers();
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
        public Checked check(List<Row> rows) {
            Tally found = new Tally();
            List<LoanRow> good = new ArrayList<>();
            rows.forEach(row -> check(row, found).ifPresent(good::add));
            return () -> {
                Tally tally = new Tally();
                tally.add(found);
                writer.write(good, by.id(), tally);
                return tally;
            };
        }

        private Optional<LoanRow> check(Row row, Tally found) {
            if (row.isBroken()) {
                found.rejected(List.of(new Rejection(row.number(), "", "", row.problem())));
                return Optional.empty();
            }
            EnumMap<LoanColumn, String> cells = header.cells(row.cells());
            RowReader reader = new RowReader(row.number(), cells);
            Optional<LoanRow> read = reader.read();
            List<Rejection> problems = new ArrayList<>(reader.problems());
            String number = cells.getOrDefault(LoanColumn.NUMBER, "");
            OptionalLong before = number.isEmpty() ? OptionalLong.empty() : seen.before(number, row.number());
            if (before.isPresent()) {
                problems.add(new Rejection(row.number(), LoanColumn.NUMBER.header(), number, "loan-twice"));
            }
            read.filter(loan -> !known.contains(loan.branch()))
                    .ifPresent(loan -> problems.add(new Rejection(
                            row.number(),
                            LoanColumn.BRANCH.header(),
                            loan.branch().value(),
                            "branch-unknown")));
            if (!problems.isEmpty()) {
                found.rejected(problems);
                return Optional.empty();
            }
            read.map(LoanRow::managerNumber)
                    .filter(manager -> !isKnown(manager))
                    .ifPresent(manager -> found.note(
                            new Note(row.number(), LoanColumn.MANAGER.header(), manager, "manager-unknown")));
            return read;
        }

        private boolean isKnown(String manager) {
            return managers.computeIfAbsent(
                    manager, number -> staff.findByEmployeeNumber(number).isPresent());
        }
    }
}
