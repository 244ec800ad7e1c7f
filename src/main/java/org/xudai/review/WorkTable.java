package org.xudai.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.dossier.Channel;
import org.xudai.intake.DocumentReceived;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Money;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.HumanTaskClosed;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.HumanTaskOpened;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;

/** The worklist table, fed in the engine's transaction; lists never ask the engine. */
@Component
class WorkTable {

    private final JdbcClient jdbc;
    private final Renewals renewals;
    private final Clock clock;

    WorkTable(JdbcClient jdbc, Renewals renewals, Clock clock) {
        this.jdbc = jdbc;
        this.renewals = renewals;
        this.clock = clock;
    }

    @EventListener
    void on(HumanTaskOpened opened) {
        RenewalCase renewal = renewals.find(opened.caseNumber()).orElseThrow();
        var deadlines = renewal.deadlines();
        jdbc.sql("""
                        insert into work_item (task_id, kind, case_number, level, round, lead, importers, firm, branch,
                            balance, matures_on, whitelist_end, opened_at, due_at, hard_stop_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        opened.taskId(),
                        opened.kind().name(),
                        opened.caseNumber().value(),
                        opened.level(),
                        opened.round(),
                        renewal.lead().value(),
                        renewal.importers().stream().map(StaffId::value).toArray(String[]::new),
                        renewal.firm(),
                        renewal.branch().value(),
                        renewal.balance().amount(),
                        renewal.maturesOn(),
                        renewal.whitelistEnd(),
                        Timestamp.from(clock.instant()),
                        timestamp(opened.dueAt()),
                        deadlines == null ? null : timestamp(deadlines.hardStopAt()))
                .update();
    }

    @EventListener
    void on(HumanTaskClosed closed) {
        jdbc.sql("update work_item set closed_at = ?, completed = ? where task_id = ?")
                .params(Timestamp.from(clock.instant()), closed.completed(), closed.taskId())
                .update();
    }

    @EventListener
    void on(DocumentReceived received) {
        var document = received.document();
        if (document.channel() != Channel.PORTAL && document.by().kind() == Actor.Kind.STAFF) {
            jdbc.sql("insert into borrowers_hand values (?, ?) on conflict do nothing")
                    .params(document.caseNumber().value(), document.by().id())
                    .update();
        }
    }

    boolean handedInBy(CaseNumber caseNumber, StaffId staff) {
        return jdbc.sql("select exists (select 1 from borrowers_hand where case_number = ? and staff = ?)")
                .params(caseNumber.value(), staff.value())
                .query(Boolean.class)
                .single();
    }

    Optional<WorkRow> find(String taskId) {
        return jdbc.sql("select * from work_item where task_id = ?")
                .param(taskId)
                .query((row, number) -> row(row))
                .optional();
    }

    /** The row, locked until the transaction ends, so that two who decide at once come one after the other. */
    Optional<WorkRow> lock(String taskId) {
        return jdbc.sql("select * from work_item where task_id = ? for update")
                .param(taskId)
                .query((row, number) -> row(row))
                .optional();
    }

    List<WorkItem> openOf(CaseNumber caseNumber) {
        return jdbc.sql("select * from work_item where case_number = ? and closed_at is null order by opened_at")
                .param(caseNumber.value())
                .query((row, number) -> item(row))
                .list();
    }

    void assign(String taskId, @Nullable StaffId assignee) {
        jdbc.sql("update work_item set assignee = ?, claimed_at = ? where task_id = ?")
                .params(
                        assignee == null ? null : assignee.value(),
                        assignee == null ? null : Timestamp.from(clock.instant()),
                        taskId)
                .update();
    }

    static WorkItem item(ResultSet row) throws SQLException {
        String assignee = row.getString("assignee");
        var whitelistEnd = row.getDate("whitelist_end");
        return new WorkItem(
                row.getString("task_id"),
                HumanTaskKind.valueOf(row.getString("kind")),
                new CaseNumber(row.getString("case_number")),
                row.getString("firm"),
                new BranchCode(row.getString("branch")),
                row.getInt("level"),
                new Money(row.getBigDecimal("balance")),
                row.getDate("matures_on").toLocalDate(),
                whitelistEnd == null ? null : whitelistEnd.toLocalDate(),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("hard_stop_at")),
                assignee == null ? null : new StaffId(assignee));
    }

    private static WorkRow row(ResultSet row) throws SQLException {
        return new WorkRow(
                item(row),
                row.getInt("round"),
                new StaffId(row.getString("lead")),
                Arrays.stream((String[]) row.getArray("importers").getArray())
                        .map(StaffId::new)
                        .collect(Collectors.toSet()),
                instant(row.getTimestamp("closed_at")),
                row.getBoolean("completed"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
