package org.xudai.loanbook;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.audit.Acts;
import org.xudai.kernel.StaffId;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** Writes checked rows: loan, borrower, whitelist entry, signer and contact. */
@Component
class LoanWriter {

    /** What became of a row. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private static final SealedTable LOANS = new LoanSealing();
    private static final SealedTable BORROWERS = new BorrowerSealing();

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final PartyTable parties;
    private final LoanTable loans;
    private final ApplicationEventPublisher events;
    private final Vault vault;
    private final SearchHashes hashes;

    LoanWriter(
            JdbcClient jdbc,
            JdbcOperations batches,
            PartyTable parties,
            LoanTable loans,
            ApplicationEventPublisher events,
            Vault vault,
            SearchHashes hashes) {
        this.vault = vault;
        this.hashes = hashes;
        this.jdbc = jdbc;
        this.batches = batches;
        this.parties = parties;
        this.loans = loans;
        this.events = events;
    }

    /** Writes a batch: a statement a table and not a row, for on a million rows the ways to the database are what costs. */
    void write(List<LoanRow> rows, StaffId by, Tally tally) {
        Set<KeyOwner> owners = rows.stream().map(LoanWriter::owner).collect(Collectors.toSet());
        vault.beginAgain(owners); // a borrower who was forgotten and came back
        vault.prepare(owners);
        Map<String, String> known = hashesOf(rows);
        List<LoanRow> changed = new ArrayList<>();
        Map<LoanRow, Map<String, String>> before = new LinkedHashMap<>();
        for (LoanRow row : rows) {
            String hash = known.get(row.number().value());
            if (row.hash().value().equals(hash)) {
                tally.took(Outcome.UNCHANGED);
                continue;
            }
            changed.add(row);
            if (hash != null) {
                before.put(row, loans.find(row.number()).map(LoanWriter::values).orElseThrow());
            }
        }
        writeBorrowers(changed);
        writeLoans(changed, by);
        parties.keepImported(changed.stream().map(ImportedParties::of).toList(), Actor.staff(by));
        List<LoanChanged> acts = new ArrayList<>();
        for (LoanRow row : changed) {
            boolean created = !before.containsKey(row);
            Map<String, String> old = created ? Map.of() : replaced(row, before.getOrDefault(row, Map.of()));
            acts.add(new LoanChanged(row.number(), created, String.join(",", old.keySet()), old, Actor.staff(by)));
            tally.took(created ? Outcome.CREATED : Outcome.UPDATED);
        }
        events.publishEvent(new Acts(acts));
    }

    /** The hashes of the rows that stand there, by loan number; the loans are held until the end of the transaction. */
    private Map<String, String> hashesOf(List<LoanRow> rows) {
        Map<String, String> hashesByNumber = new HashMap<>();
        jdbc.sql("select number, customer_number, row_hash from loan where number = any(?) order by number for update")
                .param(rows.stream().map(row -> row.number().value()).toArray(String[]::new))
                .query((found, index) -> {
                    KeyOwner owner = KeyOwner.ofBorrower(found.getString("customer_number"));
                    String number = found.getString("number");
                    Cell cell = LOANS.cell(owner, LoanSealing.ROW_HASH, number);
                    String hash = found.getString("row_hash");
                    return new Unopened<>(owner, opening -> Map.entry(number, opening.open(cell, hash)));
                })
                .list()
                .forEach(found -> {
                    var entry = found.opening().apply(vault);
                    hashesByNumber.put(entry.getKey(), entry.getValue());
                });
        return hashesByNumber;
    }

    /** What an update took away, by field. */
    private Map<String, String> replaced(LoanRow row, Map<String, String> before) {
        Map<String, String> after =
                loans.find(row.number()).map(LoanWriter::values).orElseThrow();
        Map<String, String> old = new LinkedHashMap<>();
        before.forEach((field, value) -> {
            if (!value.equals(after.get(field))) {
                old.put(field, value);
            }
        });
        return old;
    }

    private void writeBorrowers(List<LoanRow> rows) {
        batches.batchUpdate("""
                        insert into borrower (customer_number, name, credit_code, size, credit_code_hash, sealed_under)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (customer_number) do update set name = excluded.name,
                            credit_code = excluded.credit_code, size = excluded.size,
                            credit_code_hash = excluded.credit_code_hash, sealed_under = excluded.sealed_under
                        """, rows.stream().map(this::borrower).toList());
    }

    private @Nullable Object[] borrower(LoanRow row) {
        return new @Nullable Object[] {
            row.customerNumber(),
            row.firm(),
            vault.seal(
                    BORROWERS.cell(owner(row), BorrowerSealing.CREDIT_CODE, row.customerNumber()),
                    row.creditCode().value()),
            row.size().name(),
            hashes.hash(BorrowerSealing.CREDIT_CODE, row.creditCode().value()),
            vault.sealedUnder()
        };
    }

    private void writeLoans(List<LoanRow> rows, StaffId by) {
        batches.batchUpdate("""
                        insert into loan (number, customer_number, product, currency, amount, balance, annual_rate,
                            issued_on, matures_on, classification, days_overdue, branch, manager_number, imported_by,
                            row_hash, sealed_under)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (number) do update set customer_number = excluded.customer_number,
                            product = excluded.product, currency = excluded.currency, amount = excluded.amount,
                            balance = excluded.balance, annual_rate = excluded.annual_rate,
                            issued_on = excluded.issued_on, matures_on = excluded.matures_on,
                            classification = excluded.classification, days_overdue = excluded.days_overdue,
                            branch = excluded.branch, manager_number = excluded.manager_number,
                            imported_by = excluded.imported_by, row_hash = excluded.row_hash,
                            sealed_under = excluded.sealed_under
                        """, rows.stream().map(row -> loan(row, by)).toList());
        // a file made before our renewal reached the core system does not take the renewal back
        batches.batchUpdate(
                """
                        insert into whitelist_entry values (?, ?)
                        on conflict (loan_number) do update set valid_until = greatest(excluded.valid_until,
                            (select max(r.valid_until) from whitelist_renewal r
                             where r.loan_number = excluded.loan_number))
                        """, rows.stream().flatMap(row -> entry(row).stream()).toList());
    }

    private @Nullable Object[] loan(LoanRow row, StaffId by) {
        return new @Nullable Object[] {
            row.number().value(),
            row.customerNumber(),
            row.product(),
            row.currency(),
            row.amount().amount(),
            row.balance().amount(),
            row.annualRate(),
            Date.valueOf(row.issuedOn()),
            Date.valueOf(row.maturesOn()),
            row.classification(),
            row.daysOverdue(),
            row.branch().value(),
            row.managerNumber(),
            by.value(),
            vault.seal(
                    LOANS.cell(owner(row), LoanSealing.ROW_HASH, row.number()),
                    row.hash().value()),
            vault.sealedUnder()
        };
    }

    private static Optional<Object[]> entry(LoanRow row) {
        LocalDate end = row.whitelistEnd();
        return end == null
                ? Optional.empty()
                : Optional.of(new Object[] {row.number().value(), Date.valueOf(end)});
    }

    private static KeyOwner owner(LoanRow row) {
        return KeyOwner.ofBorrower(row.customerNumber());
    }

    private static Map<String, String> values(Loan loan) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("firm", loan.borrower().name());
        values.put("creditCode", loan.borrower().creditCode().value());
        values.put("size", loan.borrower().size().name());
        values.put("product", loan.product());
        values.put("amount", loan.amount().toString());
        values.put("balance", loan.balance().toString());
        values.put("annualRate", loan.annualRate().toPlainString());
        values.put("issuedOn", loan.issuedOn().toString());
        values.put("maturesOn", loan.maturesOn().toString());
        values.put("classification", loan.classification());
        values.put("daysOverdue", Integer.toString(loan.daysOverdue()));
        values.put("branch", loan.branch().value());
        values.put("manager", String.valueOf(loan.managerNumber()));
        values.put("whitelistEnd", String.valueOf(loan.whitelistEnd()));
        return values;
    }
}
