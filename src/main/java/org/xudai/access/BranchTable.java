package org.xudai.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.kernel.BranchCode;

/** The branches in the database. */
@Component
class BranchTable implements Branches {

    private final JdbcClient jdbc;

    BranchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Branch> find(BranchCode code) {
        return jdbc.sql("select * from branch where code = ?")
                .param(code.value())
                .query((row, number) -> branch(row))
                .optional();
    }

    @Override
    public List<Branch> all() {
        return jdbc.sql("select * from branch order by code")
                .query((row, number) -> branch(row))
                .list();
    }

    @Override
    public BranchScope scopeOf(StaffMember member) {
        Set<BranchCode> codes = new HashSet<>(jdbc.sql("select code from branch where covered_by = ?")
                .param(member.branch().value())
                .query((row, number) -> new BranchCode(row.getString(1)))
                .list());
        codes.add(member.branch());
        return new BranchScope(member.allBranches(), Set.copyOf(codes));
    }

    @Override
    public void save(Branch branch) {
        BranchCode coveredBy = branch.coveredBy();
        jdbc.sql("""
                        insert into branch values (?, ?, ?, ?, ?)
                        on conflict (code) do update set name = excluded.name, phone = excluded.phone,
                            address = excluded.address, covered_by = excluded.covered_by
                        """)
                .params(Arrays.asList(
                        branch.code().value(),
                        branch.name(),
                        branch.phone(),
                        branch.address(),
                        coveredBy == null ? null : coveredBy.value()))
                .update();
    }

    private static Branch branch(ResultSet row) throws SQLException {
        String coveredBy = row.getString("covered_by");
        return new Branch(
                new BranchCode(row.getString("code")),
                row.getString("name"),
                row.getString("phone"),
                row.getString("address"),
                coveredBy == null ? null : new BranchCode(coveredBy));
    }
}
