package org.xudai.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
import org.xudai.vault.Cell;
import org.xudai.vault.KeyOwner;
import org.xudai.vault.SealedTable;
import org.xudai.vault.Unopened;
import org.xudai.vault.Vault;

/** The decisions in our own table: what the process and the guard on its tasks believe. */
@Component
class DecisionTable implements DecisionRecord {

    private static final TypeReference<List<StoredCorrection>> CORRECTIONS = new TypeReference<>() {};
    private static final SealedTable SEALED = new DecisionSealing();
    private static final String DECISIONS =
            "select *, corrections #>> '{}' as sealed_corrections, opinion #>> '{}' as sealed_opinion from decision ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Vault vault;

    DecisionTable(JdbcClient jdbc, ObjectMapper json, Vault vault) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.json = json;
    }

    private record StoredCorrection(String material, String reason, String text) {}

    void write(RecordedDecision decision, @Nullable Opinion opinion) {
        Terms terms = decision.terms();
        String conditions = terms == null ? null : terms.conditions();
        jdbc.sql("""
                        insert into decision (task_id, kind, case_number, level, round, by_staff, at, outcome, comment,
                            corrections, amount, term_months, conditions, opinion, based_on,
                            sealed_under)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(Arrays.asList(
                        decision.taskId(),
                        decision.kind().name(),
                        decision.caseNumber().value(),
                        decision.level(),
                        decision.round(),
                        decision.by().value(),
                        Timestamp.from(decision.at()),
                        decision.outcome(),
                        vault.seal(cell(decision, DecisionSealing.COMMENT), decision.comment()),
                        Vault.asJson(vault.seal(
                                cell(decision, DecisionSealing.CORRECTIONS),
                                text(decision.corrections().stream()
                                        .map(c -> new StoredCorrection(
                                                c.material().value(), c.reason(), c.text()))
                                        .toList()))),
                        terms == null ? null : terms.amount().amount(),
                        terms == null ? null : terms.termMonths(),
                        conditions == null ? null : vault.seal(cell(decision, DecisionSealing.CONDITIONS), conditions),
                        opinion == null
                                ? null
                                : Vault.asJson(vault.seal(cell(decision, DecisionSealing.OPINION), text(opinion))),
                        decision.basedOn().stream().map(Sha256::value).toArray(String[]::new),
                        vault.sealedUnder()))
                .update();
    }

    @Override
    public Optional<RecordedDecision> inThisTransaction(String taskId, StaffId by) {
        return jdbc.sql(DECISIONS + """
                        where task_id = ? and by_staff = ? and written_in = pg_current_xact_id_if_assigned()
                        """)
                .params(taskId, by.value())
                .query((row, number) -> decision(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    @Override
    public Optional<RecordedDecision> latest(CaseNumber caseNumber, HumanTaskKind kind) {
        return jdbc.sql(DECISIONS + "where case_number = ? and kind = ? order by id desc limit 1")
                .params(caseNumber.value(), kind.name())
                .query((row, number) -> decision(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    @Override
    public List<RecordedDecision> ofCase(CaseNumber caseNumber) {
        return vault.open(jdbc.sql(DECISIONS + "where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, number) -> decision(row))
                .list());
    }

    Optional<RecordedDecision> ofTask(String taskId) {
        return jdbc.sql(DECISIONS + "where task_id = ?")
                .param(taskId)
                .query((row, number) -> decision(row))
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    /** The opinion of the latest investigation of a case. */
    Optional<Opinion> latestOpinion(CaseNumber caseNumber) {
        return opinion(
                DECISIONS + "where case_number = ? and opinion is not null order by id desc limit 1",
                caseNumber.value());
    }

    /** The opinion written with the decision on a task. */
    Optional<Opinion> opinionOn(String taskId) {
        return opinion(DECISIONS + "where task_id = ? and opinion is not null", taskId);
    }

    private Optional<Opinion> opinion(String sql, String parameter) {
        return jdbc.sql(sql)
                .param(parameter)
                .query((row, number) -> {
                    Cell cell = cell(
                            new CaseNumber(row.getString("case_number")),
                            row.getString("task_id"),
                            DecisionSealing.OPINION);
                    String sealed = row.getString("sealed_opinion");
                    return new Unopened<>(cell.owner(), opening -> opinion(opening.open(cell, sealed)));
                })
                .optional()
                .map(row -> row.opening().apply(vault));
    }

    private static Cell cell(RecordedDecision decision, String column) {
        return cell(decision.caseNumber(), decision.taskId(), column);
    }

    private static Cell cell(CaseNumber caseNumber, String taskId, String column) {
        return SEALED.cell(KeyOwner.of(caseNumber), column, taskId);
    }

    private Unopened<RecordedDecision> decision(ResultSet row) throws SQLException {
        String task = row.getString("task_id");
        CaseNumber caseNumber = new CaseNumber(row.getString("case_number"));
        HumanTaskKind kind = HumanTaskKind.valueOf(row.getString("kind"));
        int level = row.getInt("level");
        int round = row.getInt("round");
        StaffId by = new StaffId(row.getString("by_staff"));
        Instant at = row.getTimestamp("at").toInstant();
        String outcome = row.getString("outcome");
        String comment = row.getString(DecisionSealing.COMMENT);
        String corrections = row.getString("sealed_corrections");
        var amount = row.getBigDecimal("amount");
        int term = row.getInt("term_months");
        String conditions = row.getString(DecisionSealing.CONDITIONS);
        List<Sha256> basedOn = hashes(row.getArray("based_on"));
        return new Unopened<>(
                KeyOwner.of(caseNumber),
                opening -> new RecordedDecision(
                        task,
                        kind,
                        caseNumber,
                        level,
                        round,
                        by,
                        at,
                        outcome,
                        opening.open(cell(caseNumber, task, DecisionSealing.COMMENT), comment),
                        corrections(opening.open(cell(caseNumber, task, DecisionSealing.CORRECTIONS), corrections)),
                        amount == null
                                ? null
                                : new Terms(
                                        new Money(amount),
                                        term,
                                        conditions == null
                                                ? ""
                                                : opening.open(
                                                        cell(caseNumber, task, DecisionSealing.CONDITIONS),
                                                        conditions)),
                        basedOn));
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
