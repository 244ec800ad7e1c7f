package org.xudai.loanbook;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Since when nothing is owed. A loan is over when its balance is nothing and no new contract took its place, or when the
 * new contract is settled.
 */
@Component
public class SettledLoans {

    private static final String OVER = "(contract = 'SETTLED' or (balance = 0 and contract <> 'SIGNED'))";

    private final JdbcClient jdbc;

    SettledLoans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A borrower on none of whose loans anything is owed.
     *
     * @param customerNumber customer number (客户号)
     * @param settledOn when the last one was settled, as far as it was noted
     */
    public record SettledBorrower(String customerNumber, LocalDate settledOn) {}

    /** Notes what is over since this day, and takes back what is not over any more. */
    @Transactional
    public void note(LocalDate today) {
        jdbc.sql("update loan set settled_on = ? where settled_on is null and " + OVER)
                .param(Date.valueOf(today))
                .update();
        jdbc.sql("update loan set settled_on = null where settled_on is not null and not " + OVER)
                .update();
    }

    /** Borrowers whose last loan was settled on or before a day, by customer number, going on after one. */
    public List<SettledBorrower> until(LocalDate day, String after, int most) {
        return jdbc.sql("""
                        select s.customer_number, max(s.settled_on) as settled_on from loan s
                        where s.settled_on <= :day and s.customer_number > :after
                            and not exists (select 1 from loan o where o.customer_number = s.customer_number
                                and (o.settled_on is null or o.settled_on > :day))
                        group by s.customer_number order by s.customer_number limit :most
                        """)
                .param("day", Date.valueOf(day))
                .param("after", after)
                .param("most", most)
                .query((row, n) ->
                        new SettledBorrower(row.getString(1), row.getDate(2).toLocalDate()))
                .list();
    }

    /** Holds a borrower's row; his last settlement, empty where he still owes or is not there. */
    public Optional<LocalDate> lock(String customerNumber) {
        boolean there = jdbc.sql("select 1 from borrower where customer_number = ? for update")
                .param(customerNumber)
                .query(Integer.class)
                .optional()
                .isPresent();
        return there
                ? jdbc.sql("""
                                select case when bool_and(settled_on is not null) then max(settled_on) end
                                from loan where customer_number = ?
                                """)
                        .param(customerNumber)
                        .query((row, n) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                        .single()
                : Optional.empty();
    }
}
