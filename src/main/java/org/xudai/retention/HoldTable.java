package org.xudai.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.access.BranchScope;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.EndedCases;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** The legal holds in the database. The row of the case is locked first: a hold and an erasure never pass each other. */
@Component
class HoldTable implements LegalHolds {

    private static final SealedTable HOLDS = new HoldSealing();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final EndedCases cases;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;

    HoldTable(
            JdbcClient jdbc,
            Vault vault,
            EndedCases cases,
            BusinessCalendar calendar,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.cases = cases;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public Optional<LegalHold> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from legal_hold where case_number = ? and lifted_at is null")
                .param(caseNumber.value())
                .query((row, n) -> hold(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    @Override
    @Transactional
    public Placing place(CaseNumber caseNumber, String reason, StaffId by) {
        if (!cases.lock(caseNumber)) {
            return Placing.ERASED;
        }
        if (of(caseNumber).isPresent()) {
            return Placing.HELD;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into legal_hold (id, case_number, reason, placed_by, placed_at, sealed_under)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        caseNumber.value(),
                        vault.seal(reason(caseNumber, id), reason),
                        by.value(),
                        Timestamp.from(calendar.now()),
                        vault.sealedUnder()))
                .update();
        events.publishEvent(new HoldPlaced(caseNumber, reason, by));
        return Placing.PLACED;
    }

    @Override
    @Transactional
    public boolean lift(CaseNumber caseNumber, String reason, StaffId by) {
        int lifted = jdbc.sql("""
                        update legal_hold set lifted_by = ?, lifted_at = ? where case_number = ? and lifted_at is null
                        """)
                .params(by.value(), Timestamp.from(calendar.now()), caseNumber.value())
                .update();
        if (lifted == 1) {
            events.publishEvent(new HoldLifted(caseNumber, reason, by));
        }
        return lifted == 1;
    }

    /** Which of these cases are held. */
    Set<CaseNumber> amongst(Collection<CaseNumber> numbers) {
        return Set.copyOf(
                jdbc.sql("select case_number from legal_hold where case_number = any(?) and lifted_at is null")
                        .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                        .query((row, n) -> new CaseNumber(row.getString(1)))
                        .list());
    }

    /** All cases on which a hold stands: few, since each is placed by hand. */
    Set<CaseNumber> standing() {
        return Set.copyOf(jdbc.sql("select case_number from legal_hold where lifted_at is null")
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list());
    }

    /** The holds that stand on cases of these branches, the latest first. */
    List<LegalHold> standing(BranchScope scope, int most) {
        return vault.open(jdbc.sql("""
                        select h.* from legal_hold h join renewal_case c on c.number = h.case_number
                        where h.lifted_at is null and (:all or c.branch = any(:branches))
                        order by h.placed_at desc, h.id limit :most
                        """)
                .param("all", scope.all())
                .param("branches", scope.codes().stream().map(BranchCode::value).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> hold(row))
                .list());
    }

    private static Unopened<LegalHold> hold(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        CaseNumber caseNumber = new CaseNumber(row.getString("case_number"));
        String reason = row.getString(HoldSealing.REASON);
        StaffId by = new StaffId(row.getString("placed_by"));
        Instant at = row.getTimestamp("placed_at").toInstant();
        return new Unopened<>(
                KeyOwner.of(caseNumber),
                opening -> new LegalHold(caseNumber, opening.open(reason(caseNumber, id), reason), by, at));
    }

    private static Cell reason(CaseNumber caseNumber, UUID id) {
        return HOLDS.cell(KeyOwner.of(caseNumber), HoldSealing.REASON, id);
    }
}
