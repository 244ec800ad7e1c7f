package org.xudai.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.Money;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.StaffId;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.DecisionRecord;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.RecordedDecision;
import org.xudai.renewal.Terms;

/** The decisions in our own table: what the process and the guard on its tasks believe. */
@Component
class DecisionTable implements DecisionRecord {

    private static final TypeReference<List<StoredCorrection>> CORRECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DecisionTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record StoredCorrection(String material, String reason, String text) {}

    void write(RecordedDecision decision, @Nullable Opinion opinion) {
        Terms terms = decision.terms();
        jdbc.sql("""
                        insert into decision (task_id, kind, case_number, level, round, by_staff, at, outcome, comment,
                            corrections, amount, term_months, conditions, opinion, based_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?)
                        """)
                .params(
                        decision.taskId(),
                        decision.kind().name(),
                        decision.caseNumber().value(),
                        decision.level(),
                        decision.round(),
                        decision.by().value(),
                        Timestamp.from(decision.at()),
                        decision.outcome(),
                        decision.comment(),
                        text(decision.corrections().stream()
                                .map(c -> new StoredCorrection(c.material().value(), c.reason(), c.text()))
                                .toList()),
                        terms == null ? null : terms.amount().amount(),
                        terms == null ? null : terms.termMonths(),
                        terms == null ? null : terms.conditions(),
                        opinion == null ? null : text(opinion),
                        decision.basedOn().stream().map(Sha256::value).toArray(String[]::new))
                .update();
    }

    @Override
    public Optional<RecordedDecision> inThisTransaction(String taskId, StaffId by) {
        return jdbc.sql("""
                        select * from decision
                        where task_id = ? and by_staff = ? and written_in = pg_current_xact_id_if_assigned()
                        """)
                .params(taskId, by.value())
                .query((row, number) -> decision(row))
                .optional();
    }

    @Override
    public Optional<RecordedDecision> latest(CaseNumber caseNumber, HumanTaskKind kind) {
        return jdbc.sql("select * from decision where case_number = ? and kind = ? order by id desc limit 1")
                .params(caseNumber.value(), kind.name())
                .query((row, number) -> decision(row))
                .optional();
    }

    @Override
    public List<RecordedDecision> ofCase(CaseNumber caseNumber) {
        return jdbc.sql("select * from decision where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, number) -> decision(row))
                .list();
    }

    Optional<RecordedDecision> ofTask(String taskId) {
        return jdbc.sql("select * from decision where task_id = ?")
                .param(taskId)
                .query((row, number) -> decision(row))
                .optional();
    }

    /** The opinion of the latest investigation of a case. */
    Optional<Opinion> latestOpinion(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select opinion from decision where case_number = ? and opinion is not null
                        order by id desc limit 1
                        """)
                .param(caseNumber.value())
                .query(String.class)
                .optional()
                .map(this::opinion);
    }

    /** The opinion written with the decision on a task. */
    Optional<Opinion> opinionOn(String taskId) {
        return jdbc.sql("select opinion from decision where task_id = ? and opinion is not null")
                .param(taskId)
                .query(String.class)
                .optional()
                .map(this::opinion);
    }

    private RecordedDecision decision(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        return new RecordedDecision(
                row.getString("task_id"),
                HumanTaskKind.valueOf(row.getString("kind")),
                new CaseNumber(row.getString("case_number")),
                row.getInt("level"),
                row.getInt("round"),
                new StaffId(row.getString("by_staff")),
                row.getTimestamp("at").toInstant(),
                row.getString("outcome"),
                row.getString("comment"),
                corrections(row.getString("corrections")),
                amount == null
                        ? null
                        : new Terms(new Money(amount), row.getInt("term_months"), row.getString("conditions")),
                hashes(row.getArray("based_on")));
    }

    private static List<Sha256> hashes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Sha256::new).toList();
    }

    private List<CorrectionRequest> corrections(String text) {
        try {
            return json.readValue(text, CORRECTIONS).stream()
                    .map(c -> new CorrectionRequest(new MaterialCode(c.material()), c.reason(), c.text()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored correction cannot be read", e);
        }
    }

    private Opinion opinion(String text) {
        try {
            return json.readValue(text, Opinion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored opinion cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
