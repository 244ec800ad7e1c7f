package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.RunningXudai;
import org.xudai.vault.Traces;

/** No table of a case is left out when the case is forgotten. */
@RunningXudai
@Tag("servers")
class ForgottenTablesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectProvider<Traces> traces;

    @Test
    void everyTableThatNamesACaseIsForgottenOrATombstone() {
        Set<String> declared = new TreeSet<>(Remains.TOMBSTONES);
        traces.forEach(owner -> owner.all().forEach(trace -> declared.add(trace.table())));

        List<String> named = jdbc.sql("""
                        select distinct table_name from information_schema.columns where table_schema = 'xudai'
                            and column_name in ('case_number', 'document_id', 'customer_number', 'party_id', 'chain')
                            and table_name in (select table_name from information_schema.tables
                                where table_schema = 'xudai' and table_type = 'BASE TABLE')
                        """).query(String.class).list();

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(declared);
    }
}
