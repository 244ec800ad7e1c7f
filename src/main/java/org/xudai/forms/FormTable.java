package org.xudai.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;

/** Issued versions and answers in draft. */
@Component
class FormTable {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    FormTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(IssuedForm form) {
        try {
            jdbc.sql("insert into issued_form values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)")
                    .params(
                            form.caseNumber().value(),
                            form.code(),
                            form.version(),
                            form.pages(),
                            form.document().value(),
                            Timestamp.from(form.issuedAt()),
                            json.writeValueAsString(form.values()),
                            json.writeValueAsString(form.layout()))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<IssuedForm> current(CaseNumber caseNumber, String code) {
        return jdbc.sql("select * from issued_form where case_number = ? and code = ? order by version desc limit 1")
                .params(caseNumber.value(), code)
                .query((row, number) -> form(row))
                .optional();
    }

    Optional<IssuedForm> find(CaseNumber caseNumber, String code, int version) {
        return jdbc.sql("select * from issued_form where case_number = ? and code = ? and version = ?")
                .params(caseNumber.value(), code, version)
                .query((row, number) -> form(row))
                .optional();
    }

    List<IssuedForm> ofCase(CaseNumber caseNumber) {
        return jdbc.sql("select * from issued_form where case_number = ? order by code, version")
                .param(caseNumber.value())
                .query((row, number) -> form(row))
                .list();
    }

    void save(CaseNumber caseNumber, String code, String field, String value) {
        jdbc.sql("""
                        insert into form_answer values (?, ?, ?, ?, ?)
                        on conflict (case_number, code, field)
                        do update set value = excluded.value, saved_at = excluded.saved_at
                        """)
                .params(caseNumber.value(), code, field, value.replace("\0", ""), Timestamp.from(clock.instant()))
                .update();
    }

    Map<String, String> answers(CaseNumber caseNumber, String code) {
        Map<String, String> answers = new LinkedHashMap<>();
        jdbc.sql("select field, value from form_answer where case_number = ? and code = ? order by field")
                .params(caseNumber.value(), code)
                .query(row -> {
                    answers.put(row.getString(1), row.getString(2));
                });
        return answers;
    }

    private IssuedForm form(ResultSet row) throws SQLException {
        try {
            return new IssuedForm(
                    new CaseNumber(row.getString("case_number")),
                    row.getString("code"),
                    row.getInt("version"),
                    row.getInt("pages"),
                    new DocumentId(row.getObject("document_id", UUID.class)),
                    row.getTimestamp("issued_at").toInstant(),
                    json.readValue(row.getString("field_values"), VALUES),
                    json.readValue(row.getString("layout"), FormLayout.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an issued form cannot be read", e);
        }
    }
}
