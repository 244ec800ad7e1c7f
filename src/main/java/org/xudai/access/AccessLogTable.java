package org.xudai.access;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;

/** The access log in the database, which refuses to change it. */
@Component
class AccessLogTable implements AccessLog {

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final HttpServletRequest request;
    private final Clock clock;

    AccessLogTable(JdbcClient jdbc, CurrentStaff staff, HttpServletRequest request, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public void reads(CaseNumber caseNumber, What what, String subject) {
        write(caseNumber.value(), what, subject);
    }

    @Override
    public void reads(What what, String subject) {
        write(null, what, subject);
    }

    private void write(@Nullable String caseNumber, What what, String subject) {
        Door door = request.getHeader(HttpHeaders.AUTHORIZATION) == null ? Door.PAGE : Door.API;
        jdbc.sql("""
                        insert into access_log (at, staff_id, case_number, what, subject, door, address)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()),
                        staff.require().id().value(),
                        caseNumber,
                        what.name(),
                        subject,
                        door.name(),
                        request.getRemoteAddr()))
                .update();
    }

    @Override
    public List<Reading> ofCase(CaseNumber caseNumber, int most) {
        return jdbc.sql("select * from access_log where case_number = ? order by id desc limit ?")
                .params(caseNumber.value(), most)
                .query((row, number) -> new Reading(
                        row.getTimestamp("at").toInstant(),
                        new StaffId(row.getString("staff_id")),
                        What.valueOf(row.getString("what")),
                        row.getString("subject"),
                        Door.valueOf(row.getString("door")),
                        row.getString("address")))
                .list();
    }

    @Override
    public long countOf(CaseNumber caseNumber) {
        return jdbc.sql("select count(*) from access_log where case_number = ?")
                .param(caseNumber.value())
                .query(Long.class)
                .single();
    }
}
