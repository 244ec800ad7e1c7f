package org.xudai.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Branches and staff on a database, for tests of other modules. */
public final class AccessTables {

    private AccessTables() {}

    public static Branches branches(JdbcClient jdbc) {
        return new BranchTable(jdbc);
    }

    public static StaffDirectory staff(JdbcClient jdbc) {
        return new StaffTable(jdbc);
    }
}
