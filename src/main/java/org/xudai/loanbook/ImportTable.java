package org.xudai.loanbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
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

    /** A batch takes a second; an import that is silent for so long has lost its node. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(UUID id, String fileName, LoanImports.Kind kind, long size, StaffId by) {
        jdbc.sql("""
                        insert into loan_import (id, file_name, kind, by_staff, started_at, touched_at, state, total_bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        fileName,
                        kind.name(),
                        by.value(),
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant()),
                        ImportState.RUNNING.name(),
                        size)
                .update();
    }

    /** Shows that a waiting import is not forgotten. */
    void touch(UUID id) {
        jdbc.sql("update loan_import set touched_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Adds a batch; false where somebody has stopped the import. */
    boolean count(UUID id, Tally tally, long readBytes) {
        boolean goesOn = jdbc.sql("""
                        update loan_import set rows = rows + ?, created = created + ?, updated = updated + ?,
                            unchanged = unchanged + ?, rejected = rejected + ?, read_bytes = ?, touched_at = ?
                        where id = ? returning cancelled_by is null
                        """)
                .params(
                        tally.rows(),
                        tally.created(),
                        tally.updated(),
                        tally.unchanged(),
                        tally.rejectedRows(),
                        readBytes,
                        Timestamp.from(clock.instant()),
                        id)
                .query(Boolean.class)
                .single();
        List<Rejection> rejected = tally.rejections();
        remark(id, rejected, Rejection::row, Rejection::column, Rejection::value, Rejection::problem, true);
        remark(id, tally.notes(), Note::row, Note::column, Note::value, Note::note, false);
        return goesOn;
    }

    void end(UUID id, ImportState state, @Nullable String problem, @Nullable String detail) {
        jdbc.sql("update loan_import set state = ?, problem = ?, detail = ?, ended_at = ? where id = ?")
                .params(Arrays.asList(state.name(), problem, detail, Timestamp.from(clock.instant()), id))
                .update();
    }

    boolean cancel(UUID id, StaffId by) {
        return jdbc.sql("""
                                update loan_import set cancelled_by = ?
                                where id = ? and state = 'RUNNING' and cancelled_by is null and touched_at > ?
                                """).params(by.value(), id, Timestamp.from(oldest())).update() == 1;
    }

    Optional<ImportReport> report(UUID id) {
        return jdbc.sql("select * from loan_import where id = ?")
                .param(id)
                .query((row, number) -> report(row, rejections(id, 0, SHOWN), notes(id)))
                .optional();
    }

    List<ImportReport> latest(int most) {
        return jdbc.sql("select * from loan_import order by started_at desc, id limit ?")
                .param(most)
                .query((row, number) -> report(row, List.of(), List.of()))
                .list();
    }

    /** All rejections, read page by page. */
    void rejections(UUID id, Consumer<Rejection> taker) {
        long after = 0;
        List<Rejection> page = rejections(id, after, SHOWN);
        while (!page.isEmpty()) {
            page.forEach(taker);
            after = page.get(page.size() - 1).row();
            page = rejections(id, after, SHOWN);
        }
    }

    /** Rejections of whole rows after a row: about so many. */
    private List<Rejection> rejections(UUID id, long after, int about) {
        return jdbc.sql("""
                        select * from loan_import_remark where import_id = ? and rejection and row_number > ?
                            and row_number <= (select max(row_number) from (
                                select row_number from loan_import_remark
                                where import_id = ? and rejection and row_number > ?
                                order by row_number limit ?) page)
                        order by row_number, column_name
                        """)
                .params(id, after, id, after, about)
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

    private <R> void remark(
            UUID id,
            List<R> remarks,
            ToLongFunction<R> row,
            Function<R, String> column,
            Function<R, String> value,
            Function<R, String> problem,
            boolean rejection) {
        if (remarks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into loan_import_remark
                        select ?, r.row_number, r.column_name, r.value, r.problem, ?
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                            as r (row_number, column_name, value, problem)
                        """)
                .params(
                        id,
                        rejection,
                        remarks.stream().map(row::applyAsLong).toArray(Long[]::new),
                        texts(remarks, column),
                        texts(remarks, value),
                        texts(remarks, problem))
                .update();
    }

    private static <R> String[] texts(List<R> remarks, Function<R, String> text) {
        return remarks.stream().map(text).toArray(String[]::new);
    }

    private Instant oldest() {
        return clock.instant().minus(SILENCE);
    }

    private ImportReport report(ResultSet row, List<Rejection> rejected, List<Note> notes) throws SQLException {
        Timestamp touched = row.getTimestamp("touched_at");
        ImportState state = ImportState.valueOf(row.getString("state"));
        boolean silent = touched == null || touched.toInstant().isBefore(oldest());
        Timestamp ended = row.getTimestamp("ended_at");
        return new ImportReport(
                row.getObject("id", UUID.class),
                LoanImports.Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                new StaffId(row.getString("by_staff")),
                state == ImportState.RUNNING && silent ? ImportState.BROKEN : state,
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                percent(state, row.getLong("read_bytes"), row.getLong("total_bytes")),
                row.getString("problem"),
                row.getString("detail"),
                row.getLong("rows"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                rejected,
                notes);
    }

    private static @Nullable Integer percent(ImportState state, long read, long total) {
        if (state == ImportState.DONE) {
            return 100;
        }
        return read == 0 ? null : (int) Math.min(99, 100 * read / total);
    }
}
