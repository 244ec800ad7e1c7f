package org.xudai.loanbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** The loans in the database. */
@Component
class LoanTable implements LoanBook {

    private static final String LOANS = """
            from loan l join borrower b using (customer_number)
            left join whitelist_entry w on w.loan_number = l.number
            """;

    private final JdbcClient jdbc;
    private final LoanBookSettings settings;
    private final ApplicationEventPublisher events;

    LoanTable(JdbcClient jdbc, LoanBookSettings settings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public Optional<Loan> find(LoanNumber number) {
        return jdbc.sql("select * " + LOANS + " where l.number = ?")
                .param(number.value())
                .query((row, index) -> loan(row))
                .optional();
    }

    @Override
    public Slice<Loan> search(LoanQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        long total = jdbc.sql("select count(*) from (select 1 " + LOANS + where + " limit " + (Slice.COUNTED + 1)
                        + ") counted")
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("limit", query.size() + 1);
        parameters.put("offset", query.after() == null ? (long) query.page() * query.size() : 0L);
        var items = jdbc.sql("select * " + LOANS + where + after(query, parameters)
                        + " order by l.matures_on, l.number limit :limit offset :offset")
                .params(parameters)
                .query((row, index) -> loan(row))
                .list();
        return Slice.of(
                items,
                total,
                query.page(),
                query.size(),
                loan -> PageKey.of(loan.maturesOn(), loan.number().value()));
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

    private static String where(LoanQuery query, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        if (!query.scope().all()) {
            where.append(" and l.branch = any(:scope)");
            parameters.put(
                    "scope",
                    query.scope().codes().stream().map(BranchCode::value).toArray(String[]::new));
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
        String text = query.text();
        if (text != null && !text.isBlank()) {
            where.append("""
                     and (lower(b.name) like :text or lower(l.number) like :text or exists (
                            select 1 from party p where p.customer_number = l.customer_number
                            and (lower(p.name) like :text or right(p.mobile, 4) = :exact)))
                    """);
            String plain = text.strip().toLowerCase(Locale.ROOT);
            parameters.put(
                    "text",
                    "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            parameters.put("exact", plain);
        }
        return where.toString();
    }

    private Loan loan(ResultSet row) throws SQLException {
        var whitelistEnd = row.getDate("valid_until");
        String importedBy = row.getString("imported_by");
        Money balance = new Money(row.getBigDecimal("balance"));
        return new Loan(
                new LoanNumber(row.getString("number")),
                new Borrower(
                        row.getString("customer_number"),
                        row.getString("name"),
                        new UnifiedSocialCreditCode(row.getString("credit_code")),
                        FirmSize.valueOf(row.getString("size"))),
                row.getString("product"),
                settings.securedProducts().contains(row.getString("product")),
                new Money(row.getBigDecimal("amount")),
                balance,
                row.getBigDecimal("annual_rate"),
                row.getDate("issued_on").toLocalDate(),
                row.getDate("matures_on").toLocalDate(),
                row.getString("classification"),
                row.getInt("days_overdue"),
                balance.amount().signum() == 0,
                new BranchCode(row.getString("branch")),
                row.getString("manager_number"),
                importedBy == null ? null : new StaffId(importedBy),
                whitelistEnd == null ? null : whitelistEnd.toLocalDate(),
                ContractState.valueOf(row.getString("contract")));
    }
}
