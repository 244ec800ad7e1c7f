package org.xudai.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.DocumentId;

/** The findings in the database. */
@Component
class FindingTable {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FindingTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(DocumentId document, List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            try {
                jdbc.sql("insert into finding values (?, ?, ?, ?, ?, ?::jsonb)")
                        .params(
                                document.value(),
                                i + 1,
                                finding.code(),
                                finding.level().name(),
                                finding.page(),
                                json.writeValueAsString(finding))
                        .update();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    List<Finding> of(DocumentId document) {
        return jdbc.sql("select detail from finding where document_id = ? order by position")
                .param(document.value())
                .query((row, number) -> finding(row.getString(1)))
                .list();
    }

    private Finding finding(String text) {
        try {
            return json.readValue(text, Finding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored finding cannot be read", e);
        }
    }
}
