package org.xudai.renewal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.access.BranchScope;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;

/** Cases that have ended and are still kept, for those who watch over how long. */
@Component
public class EndedCases {

    private static final String CASES = """
            select c.number, c.customer_number, c.branch, c.firm, c.state, c.ended_at,
                case when bool_and(l.settled_on is not null) then max(l.settled_on) end as settled_on
            from renewal_case c
            join renewal_case_loan cl on cl.case_number = c.number
            left join loan l on l.number = cl.loan_number
            where c.erased_at is null
            """;

    /** Few of the renewed cases are settled, and an index names them: the others need not be looked at. */
    private static final String WITH_SETTLED = """
            c.number in (select s.case_number from loan o join renewal_case_loan s on s.loan_number = o.number
                where o.settled_on is not null)""";

    private static final String GROUPED =
            " group by c.number, c.customer_number, c.branch, c.firm, c.state, c.ended_at ";

    private final JdbcClient jdbc;

    EndedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a reading of many cases goes on. */
    public record Place(Instant endedAt, String number) {}

    /**
     * Cases that ended in one of these states, by the time they ended.
     *
     * @param states ends
     * @param until the latest time of the end
     * @param after goes on after this case; null begins
     * @param most how many at the most
     */
    public List<EndedCase> until(Collection<CaseState> states, Instant until, @Nullable Place after, int most) {
        return jdbc.sql(CASES
                        + " and c.state = any(:states) and c.ended_at <= :until and (c.ended_at, c.number) > (:at, :number)"
                        + GROUPED + "order by c.ended_at, c.number limit :most")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("until", Timestamp.from(until))
                .param("at", Timestamp.from(after == null ? Instant.EPOCH : after.endedAt()))
                .param("number", after == null ? "" : after.number())
                .param("most", most)
                .query((row, n) -> ended(row))
                .list();
    }

    /**
     * The cases of these branches whose time began first: by their end, or by the settlement of what took the place of
     * their loans, those left out of which nothing is settled.
     */
    public List<EndedCase> oldest(Collection<CaseState> states, BranchScope scope, boolean bySettlement, int most) {
        return jdbc.sql(CASES + " and c.state = any(:states) and (:all or c.branch = any(:branches))"
                        + (bySettlement ? " and " + WITH_SETTLED : "") + GROUPED
                        + (bySettlement
                                ? "having bool_and(l.settled_on is not null) order by greatest(max(l.settled_on),"
                                        + " c.ended_at::date), c.number"
                                : "order by c.ended_at, c.number")
                        + " limit :most")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("all", scope.all())
                .param("branches", scope.codes().stream().map(BranchCode::value).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> ended(row))
                .list();
    }

    /** A case, where it has ended and is kept. */
    public Optional<EndedCase> find(CaseNumber number) {
        return jdbc.sql(CASES + " and c.ended_at is not null and c.number = :number" + GROUPED)
                .param("number", number.value())
                .query((row, n) -> ended(row))
                .optional();
    }

    /** Holds the row of a case until the transaction ends; false where the case was erased or never was. */
    public boolean lock(CaseNumber number) {
        return jdbc.sql("select number from renewal_case where number = ? and erased_at is null for update")
                .param(number.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Makes the row of a case its tombstone: from now on the case is gone for everybody. */
    public void bury(CaseNumber number, Instant at) {
        jdbc.sql("update renewal_case set erased_at = ? where number = ?")
                .params(Timestamp.from(at), number.value())
                .update();
    }

    /** The branch of a case, erased or not. */
    public BranchCode branchOf(CaseNumber number) {
        return new BranchCode(jdbc.sql("select branch from renewal_case where number = ?")
                .param(number.value())
                .query(String.class)
                .single());
    }

    /** Cases whose drafts are kept and that ended before a moment. */
    public List<CaseNumber> withDrafts(Instant until, int most) {
        return jdbc.sql("""
                        select number from renewal_case where ended_at <= ? and drafts_erased_at is null
                            and erased_at is null order by ended_at limit ?
                        """)
                .params(Timestamp.from(until), most)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list();
    }

    /** Notes that the drafts of a case are gone. */
    public void noteDraftsErased(CaseNumber number, Instant at) {
        jdbc.sql("update renewal_case set drafts_erased_at = ? where number = ?")
                .params(Timestamp.from(at), number.value())
                .update();
    }

    /** Boxes in which originals on paper lie: what no machine erases. */
    public Map<String, String> originals(CaseNumber number) {
        Map<String, String> boxes = new TreeMap<>();
        jdbc.sql("select code, original_box from renewal_material where case_number = ? and original_box is not null")
                .param(number.value())
                .query(row -> {
                    boxes.put(row.getString(1), row.getString(2));
                });
        return boxes;
    }

    /** Which of these customers have a case that is kept, under way or ended. */
    public List<String> withCases(Collection<String> customerNumbers) {
        return jdbc.sql("""
                        select distinct customer_number from renewal_case
                        where customer_number = any(?) and erased_at is null
                        """)
                .param(customerNumbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static EndedCase ended(ResultSet row) throws SQLException {
        Date settledOn = row.getDate("settled_on");
        return new EndedCase(
                new CaseNumber(row.getString("number")),
                row.getString("customer_number"),
                new BranchCode(row.getString("branch")),
                row.getString("firm"),
                CaseState.valueOf(row.getString("state")),
                row.getTimestamp("ended_at").toInstant(),
                settledOn == null ? null : settledOn.toLocalDate());
    }
}
