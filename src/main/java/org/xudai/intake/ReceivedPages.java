package org.xudai.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;

/** Pages of forms that came back, so that one that was refused can be replaced alone while the others stay. */
@Component
class ReceivedPages {

    private final JdbcClient jdbc;

    ReceivedPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(CaseNumber number, List<ReceivedPage> pages) {
        pages.forEach(page -> jdbc.sql("""
                        insert into received_page (document_id, position, page, file, case_number, form, version,
                            received_at, good, asks)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        page.document().value(),
                        page.position(),
                        page.page(),
                        page.file(),
                        number.value(),
                        page.form().value(),
                        page.version(),
                        Timestamp.from(page.receivedAt()),
                        page.good(),
                        page.asks())
                .update());
    }

    /** Pages of a version that stay, by their number; of several the one that came last. */
    Map<Integer, ReceivedPage> good(CaseNumber number, MaterialCode form, int version) {
        Map<Integer, ReceivedPage> newest = new HashMap<>();
        jdbc.sql("""
                        select * from received_page where case_number = ? and form = ? and version = ? and good
                        order by received_at, document_id, position
                        """)
                .params(number.value(), form.value(), version)
                .query((row, n) -> page(row))
                .list()
                .forEach(page -> newest.put(page.page(), page));
        return Map.copyOf(newest);
    }

    /**
     * How often each page of a form was refused for one of some reasons, by its number.
     *
     * @param codes codes of findings
     */
    Map<Integer, Integer> refusals(CaseNumber number, MaterialCode form, Set<String> codes) {
        Map<Integer, Integer> refused = new HashMap<>();
        jdbc.sql("""
                        select received_page.page, count(distinct received_page.document_id) from received_page
                        join finding on finding.document_id = received_page.document_id
                            and finding.page = received_page.page
                        where case_number = :number and form = :form and level = 'BLOCK' and code in (:codes)
                        group by received_page.page
                        """)
                .param("number", number.value())
                .param("form", form.value())
                .param("codes", codes)
                .query(row -> {
                    refused.put(row.getInt(1), row.getInt(2));
                });
        return Map.copyOf(refused);
    }

    /** All of a case, as they came. */
    List<ReceivedPage> ofCase(CaseNumber number) {
        return jdbc.sql("""
                        select * from received_page where case_number = ?
                        order by received_at, document_id, position, page
                        """).param(number.value()).query((row, n) -> page(row)).list();
    }

    /** Nothing of a form stays any longer. */
    void reopen(CaseNumber number, MaterialCode form) {
        jdbc.sql("update received_page set good = false where case_number = ? and form = ? and good")
                .params(number.value(), form.value())
                .update();
    }

    private static ReceivedPage page(ResultSet row) throws SQLException {
        return new ReceivedPage(
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("position"),
                row.getInt("file"),
                new MaterialCode(row.getString("form")),
                row.getInt("version"),
                row.getInt("page"),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("good"),
                row.getBoolean("asks"));
    }
}
