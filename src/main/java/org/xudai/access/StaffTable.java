package org.xudai.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.Slice;
import org.xudai.kernel.StaffId;

/** The staff in the database. */
@Component
class StaffTable implements StaffDirectory {

    private static final String STAFF = """
            select s.*, (select string_agg(role, ',') from staff_role r where r.staff_id = s.id) as roles from staff s
            """;

    private final JdbcClient jdbc;

    StaffTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StaffMember> find(StaffId id) {
        return jdbc.sql(STAFF + " where s.id = ?")
                .param(id.value())
                .query((row, number) -> member(row))
                .optional();
    }

    @Override
    public Optional<StaffMember> findByEmployeeNumber(String number) {
        return jdbc.sql(STAFF + " where s.employee_number = ?")
                .param(number)
                .query((row, index) -> member(row))
                .optional();
    }

    @Override
    public List<StaffMember> withRole(Role role, BranchCode branch) {
        return jdbc.sql(STAFF + """
                         join staff_role mine on mine.staff_id = s.id and mine.role = ?
                         where s.enabled and (s.all_branches or s.branch = ?
                            or s.branch = (select covered_by from branch where code = ?))
                         order by s.name, s.id
                        """)
                .params(role.name(), branch.value(), branch.value())
                .query((row, number) -> member(row))
                .list();
    }

    @Override
    @Transactional
    public void save(StaffMember member, String passwordHash) {
        Optional<StaffMember> before = find(member.id());
        jdbc.sql("""
                        insert into staff (id, name, employee_number, branch, all_branches, phone, email, enabled,
                            password_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name,
                            employee_number = excluded.employee_number, branch = excluded.branch,
                            all_branches = excluded.all_branches, phone = excluded.phone, email = excluded.email,
                            enabled = excluded.enabled, password_hash = excluded.password_hash
                        """)
                .params(Arrays.asList(
                        member.id().value(),
                        member.name(),
                        member.employeeNumber(),
                        member.branch().value(),
                        member.allBranches(),
                        member.phone(),
                        member.email(),
                        member.enabled(),
                        passwordHash))
                .update();
        jdbc.sql("delete from staff_role where staff_id = ?")
                .param(member.id().value())
                .update();
        member.roles().forEach(role -> jdbc.sql("insert into staff_role values (?, ?)")
                .params(member.id().value(), role.name())
                .update());
        boolean lostRights = before.filter(
                        old -> !old.roles().equals(member.roles()) || (old.enabled() && !member.enabled()))
                .isPresent();
        if (lostRights) {
            jdbc.sql("delete from spring_session where principal_name = ?")
                    .param(member.id().value())
                    .update();
        }
    }

    Slice<StaffMember> search(String text, int page, int size) {
        String pattern = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String where = " where (s.id ilike ? or s.name ilike ? or coalesce(s.employee_number, '') ilike ?)";
        long total = jdbc.sql("select count(*) from staff s" + where)
                .params(pattern, pattern, pattern)
                .query(Long.class)
                .single();
        List<StaffMember> found = jdbc.sql(STAFF + where + " order by s.name, s.id limit ? offset ?")
                .params(pattern, pattern, pattern, size, (long) page * size)
                .query((row, number) -> member(row))
                .list();
        return new Slice<>(found, total, true, page, size, null);
    }

    long countOf(BranchCode branch) {
        return jdbc.sql("select count(*) from staff where branch = ? and enabled")
                .param(branch.value())
                .query(Long.class)
                .single();
    }

    /** A new password ends the sessions opened with the old one. */
    void setPassword(StaffId id, String hash) {
        jdbc.sql("update staff set password_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(id.value())
                .update();
    }

    void setPasswordToChange(StaffId id, boolean toChange) {
        jdbc.sql("update staff set password_to_change = ? where id = ?")
                .params(toChange, id.value())
                .update();
    }

    boolean passwordToChange(StaffId id) {
        return jdbc.sql("select password_to_change from staff where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    Optional<String> passwordHash(StaffId id) {
        return jdbc.sql("select password_hash from staff where id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from staff)")
                .query(Boolean.class)
                .single();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        String roles = row.getString("roles");
        Set<Role> held = Arrays.stream((roles == null ? "" : roles).split(","))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new StaffMember(
                new StaffId(row.getString("id")),
                row.getString("name"),
                row.getString("employee_number"),
                held,
                new BranchCode(row.getString("branch")),
                row.getBoolean("all_branches"),
                row.getString("phone"),
                row.getString("email"),
                row.getBoolean("enabled"));
    }
}
