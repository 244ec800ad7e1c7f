package org.xudai.loanbook;

import java.sql.Date;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
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
    private final PartyTable parties;
    private final LoanTable loans;
    private final ApplicationEventPublisher events;
    private final Vault vault;
    private final SearchHashes hashes;

    LoanWriter(
            JdbcClient jdbc,
            PartyTable parties,
            LoanTable loans,
            ApplicationEventPublisher events,
            Vault vault,
            SearchHashes hashes) {
        this.vault = vault;
        this.hashes = hashes;
        this.jdbc = jdbc;
        this.parties = parties;
        this.loans = loans;
        this.events = events;
    }

    void write(List<LoanRow> rows, StaffId by, Tally tally) {
        Set<KeyOwner> owners = rows.stream().map(LoanWriter::owner).collect(Collectors.toSet());
        vault.beginAgain(owners); // a borrower who was forgotten and came back
        vault.prepare(owners);
        rows.forEach(row -> tally.took(write(row, by)));
    }

    private Outcome write(LoanRow row, StaffId by) {
        Optional<String> known = jdbc.sql("select customer_number, row_hash from loan where number = ? for update")
                .param(row.number().value())
                .query((found, index) -> {
                    KeyOwner owner = KeyOwner.ofBorrower(found.getString("customer_number"));
                    Cell cell = LOANS.cell(owner, LoanSealing.ROW_HASH, row.number());
                    String hash = found.getString("row_hash");
                    return new Unopened<>(owner, opening -> opening.open(cell, hash));
                })
                .optional()
                .map(found -> found.opening().apply(vault));
        if (known.filter(row.hash().value()::equals).isPresent()) {
            return Outcome.UNCHANGED;
        }
        Map<String, String> before =
                loans.find(row.number()).map(LoanWriter::values).orElse(Map.of());
        writeBorrower(row);
        writeLoan(row, by);
        writeParties(row, Actor.staff(by));
        Map<String, String> after =
                loans.find(row.number()).map(LoanWriter::values).orElseThrow();
        Map<String, String> old = new LinkedHashMap<>();
        before.forEach((field, value) -> {
            if (!value.equals(after.get(field))) {
                old.put(field, value);
            }
        });
        events.publishEvent(
                new LoanChanged(row.number(), known.isEmpty(), String.join(",", old.keySet()), old, Actor.staff(by)));
        return known.isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
    }

    private void writeBorrower(LoanRow row) {
        jdbc.sql("""
                        insert into borrower (customer_number, name, credit_code, size, credit_code_hash, sealed_under)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (customer_number) do update set name = excluded.name,
                            credit_code = excluded.credit_code, size = excluded.size,
                            credit_code_hash = excluded.credit_code_hash, sealed_under = excluded.sealed_under
                        """)
                .params(Arrays.asList(
                        row.customerNumber(),
                        row.firm(),
                        vault.seal(
                                BORROWERS.cell(owner(row), BorrowerSealing.CREDIT_CODE, row.customerNumber()),
                                row.creditCode().value()),
                        row.size().name(),
                        hashes.hash(
                                BorrowerSealing.CREDIT_CODE, row.creditCode().value()),
                        vault.sealedUnder()))
                .update();
    }

    private void writeLoan(LoanRow row, StaffId by) {
        jdbc.sql("""
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
                        """)
                .params(Arrays.asList(
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
                        vault.sealedUnder()))
                .update();
        // a file made before our renewal reached the core system does not take the renewal back
        var whitelistEnd = row.whitelistEnd();
        if (whitelistEnd != null) {
            jdbc.sql("""
                            insert into whitelist_entry values (?, ?)
                            on conflict (loan_number) do update set valid_until = greatest(excluded.valid_until,
                                (select max(r.valid_until) from whitelist_renewal r
                                 where r.loan_number = excluded.loan_number))
                            """)
                    .params(row.number().value(), Date.valueOf(whitelistEnd))
                    .update();
        }
    }

    /** The imported mobile is the contact's; it is the signer's only where the names agree. */
    private void writeParties(LoanRow row, Actor by) {
        if (row.signer().equals(row.contact())) {
            parties.keep(
                    row.customerNumber(),
                    null,
                    Set.of(PartyRole.SIGNER, PartyRole.CONTACT),
                    row.signer(),
                    row.signerId(),
                    row.mobile(),
                    row.mobile() == null ? NumberStanding.UNVERIFIED : NumberStanding.NAMES_AGREE,
                    row.email(),
                    null,
                    false,
                    by);
            return;
        }
        parties.keep(
                row.customerNumber(),
                null,
                Set.of(PartyRole.SIGNER),
                row.signer(),
                row.signerId(),
                null,
                NumberStanding.UNVERIFIED,
                null,
                null,
                false,
                by);
        parties.keep(
                row.customerNumber(),
                null,
                Set.of(PartyRole.CONTACT),
                row.contact(),
                null,
                row.mobile(),
                NumberStanding.UNVERIFIED,
                row.email(),
                null,
                false,
                by);
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
