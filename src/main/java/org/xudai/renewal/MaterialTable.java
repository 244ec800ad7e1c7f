package org.xudai.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;
import org.xudai.kernel.StaffId;

/** The lines of the checklists as the rules made them, with what is to be corrected. */
@Component
class MaterialTable {

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;

    MaterialTable(JdbcClient jdbc, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * A line.
     *
     * @param correctionRound round in which a correction was asked for, 0 for none
     */
    record Line(
            MaterialCode code,
            boolean required,
            List<PartyId> signers,
            Set<SigningWay> ways,
            OriginalState original,
            int correctionRound,
            @Nullable CorrectionRequest correction) {}

    void insert(CaseNumber number, int position, Line line) {
        jdbc.sql("""
                        insert into renewal_material (case_number, code, position, required, signers, ways, original)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        number.value(),
                        line.code().value(),
                        position,
                        line.required(),
                        line.signers().stream().map(PartyId::value).toArray(UUID[]::new),
                        line.ways().stream().map(SigningWay::name).toArray(String[]::new),
                        line.original().name())
                .update();
    }

    List<Line> ofCase(CaseNumber number) {
        return jdbc.sql("select * from renewal_material where case_number = ? order by position")
                .param(number.value())
                .query((row, n) -> line(row))
                .list();
    }

    void requestCorrection(CaseNumber number, int round, CorrectionRequest correction) {
        jdbc.sql("""
                        update renewal_material set correction_round = ?, correction_reason = ?, correction_text = ?
                        where case_number = ? and code = ?
                        """)
                .params(
                        round,
                        correction.reason(),
                        correction.text(),
                        number.value(),
                        correction.material().value())
                .update();
    }

    boolean noteOriginal(CaseNumber number, MaterialCode code, String box, StaffId by) {
        return jdbc.sql("""
                                update renewal_material set original = 'RECEIVED', original_at = ?, original_by = ?,
                                    original_box = ?
                                where case_number = ? and code = ? and original <> 'RECEIVED'
                                """)
                        .params(Timestamp.from(calendar.now()), by.value(), box, number.value(), code.value())
                        .update()
                == 1;
    }

    private static Line line(ResultSet row) throws SQLException {
        MaterialCode code = new MaterialCode(row.getString("code"));
        String reason = row.getString("correction_reason");
        return new Line(
                code,
                row.getBoolean("required"),
                Arrays.stream((UUID[]) row.getArray("signers").getArray())
                        .map(PartyId::new)
                        .toList(),
                Arrays.stream((String[]) row.getArray("ways").getArray())
                        .map(SigningWay::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                OriginalState.valueOf(row.getString("original")),
                row.getInt("correction_round"),
                reason == null ? null : new CorrectionRequest(code, reason, row.getString("correction_text")));
    }
}
