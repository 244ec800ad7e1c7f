package org.xudai.loanbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Masked;
import org.xudai.loanbook.LoanImports.Rejection;

/** Reads the file of parties and security: 保证人, 抵押人, 股东, 配偶, 签字人, 经办人 of a loan. */
@Component
class PartyFileReader {

    private static final Map<String, PartyRole> ROLES = Map.of(
            "保证人", PartyRole.GUARANTOR,
            "抵押人", PartyRole.MORTGAGOR,
            "股东", PartyRole.SHAREHOLDER,
            "配偶", PartyRole.SPOUSE,
            "签字人", PartyRole.SIGNER,
            "经办人", PartyRole.CONTACT);

    private static final Map<String, PartyColumn> COLUMNS = Map.of(
            "name", PartyColumn.NAME,
            "residentId", PartyColumn.RESIDENT_ID,
            "mobile", PartyColumn.MOBILE);

    private final PartyTable parties;
    private final LoanTable loans;

    PartyFileReader(PartyTable parties, LoanTable loans) {
        this.parties = parties;
        this.loans = loans;
    }

    ImportRun run(StaffMember by) {
        return new PartyRun(Actor.staff(by.id()));
    }

    private final class PartyRun implements ImportRun {

        private final Actor by;
        private final Header<PartyColumn> header = new Header<>(PartyColumn.class, PartyColumn::header);

        PartyRun(Actor by) {
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
            List<Row> taken = List.copyOf(rows);
            return () -> {
                Tally tally = new Tally();
                taken.forEach(row -> write(row, tally));
                return tally;
            };
        }

        private void write(Row row, Tally tally) {
            if (row.isBroken()) {
                tally.rejected(List.of(new Rejection(row.number(), "", "", row.problem())));
                return;
            }
            EnumMap<PartyColumn, String> cells = header.cells(row.cells());
            List<Rejection> problems = new ArrayList<>();
            String loan = cells.getOrDefault(PartyColumn.LOAN, "");
            PartyRole role = ROLES.get(cells.getOrDefault(PartyColumn.ROLE, ""));
            if (role == null) {
                problems.add(reject(row, PartyColumn.ROLE, cells, "role-unknown"));
            }
            if (!loan.matches("[A-Za-z0-9-]{4,40}")
                    || loans.find(new LoanNumber(loan)).isEmpty()) {
                problems.add(reject(row, PartyColumn.LOAN, cells, "loan-unknown"));
            }
            if (role == null || !problems.isEmpty()) {
                tally.rejected(problems);
                return;
            }
            LoanNumber number = new LoanNumber(loan);
            NewParty party = new NewParty(
                    role,
                    cells.getOrDefault(PartyColumn.NAME, ""),
                    cells.get(PartyColumn.RESIDENT_ID),
                    cells.get(PartyColumn.MOBILE),
                    cells.get(PartyColumn.EMAIL),
                    cells.get(PartyColumn.SPOUSE_OF),
                    false);
            if (parties.ofLoan(number).stream().anyMatch(known -> same(known, party))) {
                tally.took(LoanWriter.Outcome.UNCHANGED);
                return;
            }
            List<FieldProblem> refused = parties.register(number, List.of(party), by);
            if (refused.isEmpty()) {
                tally.took(LoanWriter.Outcome.CREATED);
            } else {
                tally.rejected(refused.stream()
                        .map(problem -> reject(
                                row,
                                COLUMNS.getOrDefault(
                                        problem.field()
                                                .substring(problem.field().indexOf('.') + 1),
                                        PartyColumn.NAME),
                                cells,
                                problem.problem()))
                        .toList());
            }
        }

        private static boolean same(Party known, NewParty party) {
            String mobile = known.mobile() == null ? "" : known.mobile().value();
            String residentId =
                    known.residentId() == null ? "" : known.residentId().value();
            return known.is(party.role())
                    && known.name().equals(party.name())
                    && mobile.equals(String.valueOf(party.mobile()))
                    && residentId.equals(String.valueOf(party.residentId()));
        }

        private static Rejection reject(Row row, PartyColumn column, Map<PartyColumn, String> cells, String problem) {
            boolean personal =
                    column == PartyColumn.NAME || column == PartyColumn.RESIDENT_ID || column == PartyColumn.MOBILE;
            String value = cells.getOrDefault(column, "");
            return new Rejection(
                    row.number(),
                    column.header(),
                    (personal ? Masked.text(value) : Masked.unlessPersonal(value)).shown(),
                    problem);
        }
    }
}
