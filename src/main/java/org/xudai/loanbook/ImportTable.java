package org.xudai.loanbook;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports.ImportReport;
import org.xudai.loanbook.LoanImports.Note;
import org.xudai.loanbook.LoanImports.Rejection;

/** Imports and their remarks, for progress and report. */
@Component
class ImportTable {

    /** What a report shows; the whole list can be fetched apart. */
    private static final int SHOWN = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID begin(String fileName, String kind, StaffId by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into loan_import (id, file_name, kind, by_staff, started_at, state) values (?, ?, ?, ?, ?, ?)")
                .params(id, fileName, kind, by.value(), Timestamp.from(clock.instant()), "RUNNING")
                .update();
        return id;
    }

    void count(UUID id, Tally tally) {
        jdbc.sql("""
                        update loan_import set rows = rows + ?, created = created + ?, updated = updated + ?,
                            unchanged = unchanged + ?, rejected = rejected + ? where id = ?
                        """)
                .params(
                        tally.created() + tally.updated() + tally.unchanged() + tally.rejectedRows(),
                        tally.created(),
                        tally.updated(),
                        tally.unchanged(),
                        tally.rejectedRows(),
                        id)
                .update();
        tally.rejections().forEach(r -> remark(id, r.row(), r.column(), r.value(), r.problem(), true));
        tally.notes().forEach(n -> remark(id, n.row(), n.column(), n.value(), n.note(), false));
    }

    void end(UUID id, String state) {
        jdbc.sql("update loan_import set state = ? where id = ?")
                .params(state, id)
                .update();
    }

    Optional<ImportReport> report(UUID id) {
        return jdbc.sql("select * from loan_import where id = ?")
                .param(id)
                .query((row, number) -> new ImportReport(
                        id,
                        row.getString("file_name"),
                        row.getString("state"),
                        row.getLong("rows"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        rejections(id, SHOWN),
                        notes(id)))
                .optional();
    }

    List<Rejection> rejections(UUID id) {
        return rejections(id, Integer.MAX_VALUE);
    }

    private List<Rejection> rejections(UUID id, int limit) {
        return jdbc.sql("""
                        select * from loan_import_remark where import_id = ? and rejection
                        order by row_number, column_name limit ?
                        """)
                .params(id, limit)
                .query((row, number) -> new Rejection(
                        row.getLong("row_number"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("problem")))
                .list();
    }

    private List<Note> notes(UUID id) {
        return jdbc.sql("""
                        select * from loan_import_remark where import_id = ? and not rejection
                        order by row_number, column_name limit ?
                        """)
                .params(id, SHOWN)
                .query((row, number) -> new Note(
                        row.getLong("row_number"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("problem")))
                .list();
    }

    private void remark(UUID id, long row, String column, String value, String problem, boolean rejection) {
        jdbc.sql("insert into loan_import_remark values (?, ?, ?, ?, ?, ?)")
                .params(id, row, column, value, problem, rejection)
                .update();
    }
}
