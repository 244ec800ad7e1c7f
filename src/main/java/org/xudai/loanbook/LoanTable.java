package org.xudai.loanbook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.audit.Actor;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.PageKey;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;
import org.xudai.kernel.UnifiedSocialCreditCode;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.SearchHashes;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** The loans in the database. */
@Component
class LoanTable implements LoanBook {

    private static final String LOAN = "select l.*, b.name, b.credit_code, b.size, w.valid_until ";

    private static final String LOANS = """
            from loan l join borrower b using (customer_number)
            left join whitelist_entry w on w.loan_number = l.number
            """;

    private static final SealedTable BORROWERS = new BorrowerSealing();

    private final JdbcClient jdbc;
    private final LoanBookSettings settings;
    private final ApplicationEventPublisher events;
    private final Vault vault;
    private final LoanSearch texts;

    LoanTable(
            JdbcClient jdbc,
            LoanBookSettings settings,
            ApplicationEventPublisher events,
            Vault vault,
            SearchHashes hashes) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
        this.vault = vault;
        this.texts = new LoanSearch(jdbc, hashes);
    }

    @Override
    public Optional<Loan> find(LoanNumber number) {
        return jdbc.sql(LOAN + LOANS + " where l.number = ?")
                .param(number.value())
                .query((row, index) -> loan(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    @Override
    public Slice<Loan> search(LoanQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String text = query.text();
        LoanSearch.Condition named = text == null || text.isBlank()
                ? new LoanSearch.Condition("", false)
                : texts.condition(text, parameters);
        String where = where(query, parameters) + named.sql();
        // every borrower of the book has a loan: more of them than are counted are more loans than are counted
        long total = named.common() && isWhole(query) ? Slice.COUNTED + 1 : count(where, parameters);
        parameters.put("limit", query.size() + 1);
        parameters.put("offset", query.after() == null ? (long) query.page() * query.size() : 0L);
        var items = vault.open(jdbc.sql(LOAN + LOANS + where + after(query, parameters)
                        + " order by l.matures_on, l.number limit :limit offset :offset")
                .params(parameters)
                .query((row, index) -> loan(row))
                .list());
        return Slice.of(
                items,
                total,
                query.page(),
                query.size(),
                loan -> PageKey.of(loan.maturesOn(), loan.number().value()));
    }

    private static boolean isWhole(LoanQuery query) {
        return query.scope().all() && query.branch() == null && query.maturingBefore() == null;
    }

    private long count(String where, Map<String, Object> parameters) {
        return jdbc.sql("select count(*) from (select 1 " + LOANS + where + " limit " + (Slice.COUNTED + 1)
                        + ") counted")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private static String after(LoanQuery query, Map<String, Object> parameters) {
        PageKey after = query.after();
        if (after == null) {
            return "";
        }
        parameters.put("afterDay", after.day(0));
        parameters.put("afterNumber", after.string(1));
        return " and (l.matures_on, l.number) > (:afterDay, :afterNumber)";
    }

    @Override
    @Transactional
    public void setContract(LoanNumber number, ContractState state, @Nullable String contractNumber, Actor by) {
        jdbc.sql("update loan set contract = ?, contract_number = coalesce(?, contract_number) where number = ?")
                .params(Arrays.asList(state.name(), contractNumber, number.value()))
                .update();
        events.publishEvent(new ContractNoted(number, state, by));
    }

    private String where(LoanQuery query, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        if (!query.scope().all()) {
            String[] branches =
                    query.scope().codes().stream().map(BranchCode::value).toArray(String[]::new);
            // of one branch the loans lie in their order in an index, of several they do not
            where.append(branches.length == 1 ? " and l.branch = :scope" : " and l.branch = any(:scope)");
            parameters.put("scope", branches.length == 1 ? branches[0] : branches);
        }
        BranchCode branch = query.branch();
        if (branch != null) {
            where.append(" and l.branch = :branch");
            parameters.put("branch", branch.value());
        }
        if (query.maturingBefore() != null) {
            where.append(" and l.matures_on < :before");
            parameters.put("before", query.maturingBefore());
        }
        return where.toString();
    }

    private Unopened<Loan> loan(ResultSet row) throws SQLException {
        String customer = row.getString("customer_number");
        KeyOwner owner = KeyOwner.ofBorrower(customer);
        String firm = row.getString("name");
        String creditCode = row.getString("credit_code");
        FirmSize size = FirmSize.valueOf(row.getString("size"));
        Function<Borrower, Loan> rest = rest(row);
        return new Unopened<>(
                owner,
                opening -> rest.apply(new Borrower(
                        customer,
                        firm,
                        new UnifiedSocialCreditCode(
                                opening.open(BORROWERS.cell(owner, BorrowerSealing.CREDIT_CODE, customer), creditCode)),
                        size)));
    }

    /** The loan of a row once its borrower is known. */
    private Function<Borrower, Loan> rest(ResultSet row) throws SQLException {
        var whitelistEnd = row.getDate("valid_until");
        String importedBy = row.getString("imported_by");
        LoanNumber number = new LoanNumber(row.getString("number"));
        String product = row.getString("product");
        Money amount = new Money(row.getBigDecimal("amount"));
        Money balance = new Money(row.getBigDecimal("balance"));
        BigDecimal rate = row.getBigDecimal("annual_rate");
        LocalDate issuedOn = row.getDate("issued_on").toLocalDate();
        LocalDate maturesOn = row.getDate("matures_on").toLocalDate();
        String classification = row.getString("classification");
        int daysOverdue = row.getInt("days_overdue");
        BranchCode branch = new BranchCode(row.getString("branch"));
        String manager = row.getString("manager_number");
        ContractState contract = ContractState.valueOf(row.getString("contract"));
        return borrower -> new Loan(
                number,
                borrower,
                product,
                settings.securedProducts().contains(product),
                amount,
                balance,
                rate,
                issuedOn,
                maturesOn,
                classification,
                daysOverdue,
                balance.amount().signum() == 0,
                branch,
                manager,
                importedBy == null ? null : new StaffId(importedBy),
                whitelistEnd == null ? null : whitelistEnd.toLocalDate(),
                contract);
    }
}
