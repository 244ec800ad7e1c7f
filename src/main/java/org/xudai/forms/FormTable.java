package org.xudai.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** Issued versions and answers in draft. */
@Component
class FormTable {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final SealedTable ISSUED = new IssuedFormSealing();
    private static final SealedTable ANSWERS = new AnswerSealing();
    private static final String FORMS = "select *, field_values #>> '{}' as sealed_values from issued_form ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final Vault vault;

    FormTable(JdbcClient jdbc, ObjectMapper json, Clock clock, Vault vault) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(IssuedForm form) {
        try {
            String values = vault.seal(
                    issued(form.caseNumber(), form.code(), form.version()), json.writeValueAsString(form.values()));
            jdbc.sql("""
                            insert into issued_form (case_number, code, version, pages, document_id, issued_at,
                                field_values, layout, sealed_under)
                            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                            """)
                    .params(Arrays.asList(
                            form.caseNumber().value(),
                            form.code(),
                            form.version(),
                            form.pages(),
                            form.document().value(),
                            Timestamp.from(form.issuedAt()),
                            Vault.asJson(values),
                            json.writeValueAsString(form.layout()),
                            vault.sealedUnder()))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<IssuedForm> current(CaseNumber caseNumber, String code) {
        return jdbc.sql(FORMS + "where case_number = ? and code = ? order by version desc limit 1")
                .params(caseNumber.value(), code)
                .query((row, number) -> form(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    Optional<IssuedForm> find(CaseNumber caseNumber, String code, int version) {
        return jdbc.sql(FORMS + "where case_number = ? and code = ? and version = ?")
                .params(caseNumber.value(), code, version)
                .query((row, number) -> form(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    List<IssuedForm> ofCase(CaseNumber caseNumber) {
        return vault.open(jdbc.sql(FORMS + "where case_number = ? order by code, version")
                .param(caseNumber.value())
                .query((row, number) -> form(row))
                .list());
    }

    void save(CaseNumber caseNumber, String code, String field, String value) {
        String sealed = vault.seal(answer(caseNumber, code, field), value.replace("\0", ""));
        jdbc.sql("""
                        insert into form_answer (case_number, code, field, value, saved_at, sealed_under)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (case_number, code, field) do update
                            set value = excluded.value, saved_at = excluded.saved_at, sealed_under = excluded.sealed_under
                        """)
                .params(Arrays.asList(
                        caseNumber.value(), code, field, sealed, Timestamp.from(clock.instant()), vault.sealedUnder()))
                .update();
    }

    Map<String, String> answers(CaseNumber caseNumber, String code) {
        Map<String, String> sealed = new LinkedHashMap<>();
        jdbc.sql("select field, value from form_answer where case_number = ? and code = ? order by field")
                .params(caseNumber.value(), code)
                .query(row -> {
                    sealed.put(row.getString(1), row.getString(2));
                });
        Map<String, String> answers = new LinkedHashMap<>();
        sealed.forEach((field, value) -> answers.put(field, vault.open(answer(caseNumber, code, field), value)));
        return answers;
    }

    private static Cell answer(CaseNumber caseNumber, String code, String field) {
        return ANSWERS.cell(
                KeyOwner.of(caseNumber), AnswerSealing.VALUE, String.join("/", caseNumber.value(), code, field));
    }

    private static Cell issued(CaseNumber caseNumber, String code, int version) {
        return ISSUED.cell(
                KeyOwner.of(caseNumber),
                IssuedFormSealing.VALUES,
                String.join("/", caseNumber.value(), code, Integer.toString(version)));
    }

    private Unopened<IssuedForm> form(ResultSet row) throws SQLException {
        CaseNumber caseNumber = new CaseNumber(row.getString("case_number"));
        String code = row.getString("code");
        int version = row.getInt("version");
        int pages = row.getInt("pages");
        DocumentId document = new DocumentId(row.getObject("document_id", UUID.class));
        Instant issuedAt = row.getTimestamp("issued_at").toInstant();
        String values = row.getString("sealed_values");
        String layout = row.getString("layout");
        return new Unopened<>(
                KeyOwner.of(caseNumber),
                opening -> new IssuedForm(
                        caseNumber,
                        code,
                        version,
                        pages,
                        document,
                        issuedAt,
                        values(opening.open(issued(caseNumber, code, version), values)),
                        layout(layout)));
    }

    private Map<String, String> values(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the values of an issued form cannot be read", e);
        }
    }

    private FormLayout layout(String text) {
        try {
            return json.readValue(text, FormLayout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the layout of an issued form cannot be read", e);
        }
    }
}
