package org.xudai.loanbook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports of imports, for those who watch over how long they are kept: the name of a file may be somebody's. */
@Component
public class ImportReports {

    private final JdbcClient jdbc;

    ImportReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report and when its import began. */
    public record Report(UUID id, Instant startedAt) {}

    /** Reports of imports that began before a moment, the oldest first. */
    public List<Report> until(Instant moment, int most) {
        return jdbc.sql("select id, started_at from loan_import where started_at < ? order by started_at, id limit ?")
                .params(Timestamp.from(moment), most)
                .query((row, n) -> new Report(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("started_at").toInstant()))
                .list();
    }

    /** Takes reports away with their remarks; what an import changed stays in the record. */
    @Transactional
    public void forget(Collection<UUID> ids) {
        UUID[] gone = ids.toArray(UUID[]::new);
        jdbc.sql("delete from loan_import_remark where import_id = any(?)")
                .param(gone)
                .update();
        jdbc.sql("delete from loan_import where id = any(?)").param(gone).update();
    }
}
