package org.xudai.renewal;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.PageKey;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;

/** The rows of the cases. */
@Component
class CaseTable {

    private static final String COLUMNS = """
            select c.*, (select array_agg(l.loan_number order by l.loan_number) from renewal_case_loan l
                         where l.case_number = c.number) as loans
            from renewal_case c
            """;

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    CaseTable(JdbcClient jdbc, BusinessCalendar calendar, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.events = events;
    }

    CaseNumber nextNumber() {
        long sequence =
                jdbc.sql("select nextval('renewal_number')").query(Long.class).single();
        return CaseNumber.of(calendar.today().getYear(), sequence);
    }

    void insert(RenewalCase renewal, String customerNumber) {
        jdbc.sql("""
                        insert into renewal_case (number, customer_number, firm, branch, lead, state, balance, importers,
                            matures_on, whitelist_end, readmission, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        renewal.number().value(),
                        customerNumber,
                        renewal.firm(),
                        renewal.branch().value(),
                        renewal.lead().value(),
                        renewal.state().name(),
                        renewal.balance().amount(),
                        renewal.importers().stream().map(StaffId::value).toArray(String[]::new),
                        Date.valueOf(renewal.maturesOn()),
                        date(renewal.whitelistEnd()),
                        renewal.readmission(),
                        Timestamp.from(renewal.openedAt()))
                .update();
        for (LoanNumber loan : renewal.loans()) {
            jdbc.sql("insert into renewal_case_loan values (?, ?, true)")
                    .params(renewal.number().value(), loan.value())
                    .update();
        }
    }

    Optional<RenewalCase> find(CaseNumber number) {
        return jdbc.sql(COLUMNS + " where c.number = ?")
                .param(number.value())
                .query((row, n) -> renewal(row))
                .optional();
    }

    RenewalCase get(CaseNumber number) {
        return find(number).orElseThrow(() -> new IllegalStateException("no case " + number));
    }

    /** The case, its row locked until the transaction ends. */
    RenewalCase lock(CaseNumber number) {
        return jdbc.sql(COLUMNS + " where c.number = ? for update of c")
                .param(number.value())
                .query((row, n) -> renewal(row))
                .single();
    }

    Optional<CaseNumber> openCaseOf(LoanNumber loan) {
        return jdbc.sql("select case_number from renewal_case_loan where loan_number = ? and open")
                .param(loan.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    Slice<RenewalCase> search(RenewalQuery query) {
        StringBuilder where = new StringBuilder(" where true");
        List<Object> arguments = new ArrayList<>();
        if (!query.scope().all()) {
            where.append(" and c.branch = any (?)");
            arguments.add(query.scope().codes().stream().map(BranchCode::value).toArray(String[]::new));
        }
        if (query.branch() != null) {
            where.append(" and c.branch = ?");
            arguments.add(query.branch().value());
        }
        if (query.state() != null) {
            where.append(" and c.state = ?");
            arguments.add(query.state().name());
        }
        if (query.text() != null && !query.text().isBlank()) {
            where.append(" and ").append("""
                    (c.firm like ? or c.number = ? or exists (select 1 from renewal_case_loan l
                        where l.case_number = c.number and l.loan_number = ?))""");
            String text = query.text().strip();
            arguments.add("%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            arguments.add(text);
            arguments.add(text);
        }
        long total = jdbc.sql("select count(*) from (select 1 from renewal_case c" + where + " limit "
                        + (Slice.COUNTED + 1) + ") counted")
                .params(arguments)
                .query(Long.class)
                .single();
        PageKey after = query.after();
        if (after != null) {
            where.append(" and (c.opened_at, c.number) < (?, ?)");
            arguments.add(Timestamp.from(after.moment(0)));
            arguments.add(after.string(1));
        }
        List<RenewalCase> items = jdbc.sql(COLUMNS + where
                        + " order by c.opened_at desc, c.number desc limit " + (query.size() + 1) + " offset "
                        + (after == null ? (long) query.page() * query.size() : 0L))
                .params(arguments)
                .query((row, n) -> renewal(row))
                .list();
        return Slice.of(
                items,
                total,
                query.page(),
                query.size(),
                renewal -> PageKey.of(renewal.openedAt(), renewal.number().value()));
    }

    /** Moves a case to a state; the same state again changes nothing. Ended cases free their loans. */
    void move(CaseNumber number, CaseState to) {
        CaseState from = get(number).state();
        if (from == to) {
            return;
        }
        jdbc.sql("update renewal_case set state = ?, ended_at = ? where number = ?")
                .params(to.name(), to.isOpen() ? null : Timestamp.from(calendar.now()), number.value())
                .update();
        if (!to.isOpen()) {
            jdbc.sql("update renewal_case_loan set open = false where case_number = ?")
                    .param(number.value())
                    .update();
        }
        events.publishEvent(new CaseStateChanged(number, from, to));
    }

    void setStage(CaseNumber number, String stage) {
        jdbc.sql("update renewal_case set stage = ? where number = ?")
                .params(stage, number.value())
                .update();
    }

    @Nullable
    String stage(CaseNumber number) {
        return jdbc.sql("select stage from renewal_case where number = ?")
                .param(number.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    void setDeadlines(CaseNumber number, Deadlines deadlines) {
        jdbc.sql("""
                        update renewal_case set anchor = ?, reminders = ?, last_normal_day = ?, escalate_at = ?,
                            hard_stop_at = ? where number = ?
                        """)
                .params(
                        Date.valueOf(deadlines.anchor()),
                        deadlines.reminders().stream().map(Timestamp::from).toArray(Timestamp[]::new),
                        Date.valueOf(deadlines.lastNormalDay()),
                        Timestamp.from(deadlines.escalateAt()),
                        Timestamp.from(deadlines.hardStopAt()),
                        number.value())
                .update();
    }

    void setHardStop(CaseNumber number, Instant hardStop) {
        jdbc.sql("update renewal_case set hard_stop_at = ? where number = ?")
                .params(Timestamp.from(hardStop), number.value())
                .update();
    }

    void enterRound(CaseNumber number, int round) {
        jdbc.sql("update renewal_case set round = ?, round_entered_at = ? where number = ?")
                .params(round, Timestamp.from(calendar.now()), number.value())
                .update();
    }

    Optional<Instant> roundEnteredAt(CaseNumber number) {
        return jdbc.sql("select round_entered_at from renewal_case where number = ?")
                .param(number.value())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void markSubmitted(CaseNumber number) {
        jdbc.sql("update renewal_case set submitted_at = ? where number = ?")
                .params(Timestamp.from(calendar.now()), number.value())
                .update();
    }

    void setKnownReasons(CaseNumber number, Set<String> reasons) {
        jdbc.sql("update renewal_case set known_reasons = ? where number = ?")
                .params(reasons.toArray(String[]::new), number.value())
                .update();
    }

    Set<String> knownReasons(CaseNumber number) {
        return jdbc.sql("select known_reasons from renewal_case where number = ?")
                .param(number.value())
                .query((row, n) -> Set.of((String[]) row.getArray(1).getArray()))
                .single();
    }

    void setOffered(CaseNumber number, Terms terms) {
        jdbc.sql("""
                        update renewal_case set offered_amount = ?, offered_term = ?, offered_conditions = ?,
                            terms_accepted = null where number = ?
                        """)
                .params(terms.amount().amount(), terms.termMonths(), terms.conditions(), number.value())
                .update();
    }

    Optional<Terms> offered(CaseNumber number) {
        return jdbc.sql("select offered_amount, offered_term, offered_conditions from renewal_case where number = ?")
                .param(number.value())
                .query((row, n) -> Optional.ofNullable(row.getBigDecimal(1))
                        .map(amount -> terms(new Money(amount), row, "offered")))
                .single();
    }

    void answerOffer(CaseNumber number, boolean accepted) {
        jdbc.sql("update renewal_case set terms_accepted = ? where number = ?")
                .params(accepted, number.value())
                .update();
    }

    boolean offerAccepted(CaseNumber number) {
        return jdbc.sql("select coalesce(terms_accepted, false) from renewal_case where number = ?")
                .param(number.value())
                .query(Boolean.class)
                .single();
    }

    void setApproved(CaseNumber number, Terms terms) {
        jdbc.sql("""
                        update renewal_case set approved_amount = ?, approved_term = ?, approved_conditions = ?
                        where number = ?
                        """)
                .params(terms.amount().amount(), terms.termMonths(), terms.conditions(), number.value())
                .update();
    }

    /** A new investigation starts from its own terms: what was agreed before is void. */
    void voidApproved(CaseNumber number) {
        jdbc.sql("""
                        update renewal_case set approved_amount = null, approved_term = null, approved_conditions = null
                        where number = ?
                        """).param(number.value()).update();
    }

    void setCoreRefusal(CaseNumber number, String reason) {
        jdbc.sql("update renewal_case set core_refusal = ? where number = ?")
                .params(reason, number.value())
                .update();
    }

    Optional<String> coreRefusal(CaseNumber number) {
        return jdbc.sql("select core_refusal from renewal_case where number = ?")
                .param(number.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Notes something that happens once for a case; false where it was noted before. */
    boolean once(CaseNumber number, String moment) {
        return jdbc.sql("insert into renewal_moment values (?, ?, ?) on conflict do nothing")
                        .params(number.value(), moment, Timestamp.from(calendar.now()))
                        .update()
                == 1;
    }

    void addParty(CaseNumber number, PartyId party, boolean seesAll) {
        jdbc.sql("""
                        insert into renewal_case_party values (?, ?, ?)
                        on conflict (case_number, party_id) do update set sees_all = excluded.sees_all
                        """).params(number.value(), party.value(), seesAll).update();
    }

    /** Invited parties; the value says whether one sees everything. */
    java.util.Map<PartyId, Boolean> invited(CaseNumber number) {
        return jdbc
                .sql("select party_id, sees_all from renewal_case_party where case_number = ?")
                .param(number.value())
                .query((row, n) ->
                        java.util.Map.entry(new PartyId(row.getObject("party_id", UUID.class)), row.getBoolean(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
    }

    private static RenewalCase renewal(ResultSet row) throws SQLException {
        return new RenewalCase(
                new CaseNumber(row.getString("number")),
                strings(row.getArray("loans")).map(LoanNumber::new).toList(),
                row.getString("firm"),
                new BranchCode(row.getString("branch")),
                new StaffId(row.getString("lead")),
                CaseState.valueOf(row.getString("state")),
                new Money(row.getBigDecimal("balance")),
                strings(row.getArray("importers")).map(StaffId::new).collect(Collectors.toSet()),
                row.getDate("matures_on").toLocalDate(),
                day(row.getDate("whitelist_end")),
                row.getBoolean("readmission"),
                deadlines(row),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("ended_at")),
                row.getInt("round"),
                row.getBigDecimal("approved_amount") == null
                        ? null
                        : terms(new Money(row.getBigDecimal("approved_amount")), row, "approved"),
                instant(row.getTimestamp("erased_at")));
    }

    private static Terms terms(Money amount, ResultSet row, String which) {
        try {
            return new Terms(amount, row.getInt(which + "_term"), row.getString(which + "_conditions"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Deadlines deadlines(ResultSet row) throws SQLException {
        Date anchor = row.getDate("anchor");
        if (anchor == null) {
            return null;
        }
        List<Instant> reminders = Arrays.stream(
                        (Timestamp[]) row.getArray("reminders").getArray())
                .map(Timestamp::toInstant)
                .toList();
        return new Deadlines(
                anchor.toLocalDate(),
                reminders,
                row.getDate("last_normal_day").toLocalDate(),
                row.getTimestamp("escalate_at").toInstant(),
                row.getTimestamp("hard_stop_at").toInstant());
    }

    private static java.util.stream.Stream<String> strings(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
