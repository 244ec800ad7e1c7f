package org.xudai.retention;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xudai.vault.Trace;
import org.xudai.vault.Traces;

/** Forgets the rows that the modules declare. */
@Component
class Oblivion {

    private final List<Traces> traces;
    private final JdbcClient jdbc;

    Oblivion(ObjectProvider<Traces> traces, JdbcClient jdbc) {
        this.traces = traces.orderedStream().toList();
        this.jdbc = jdbc;
    }

    /**
     * Forgets in the caller's transaction.
     *
     * @param owner case number or customer number
     * @return how many rows of each table were taken away or emptied
     */
    Map<String, Integer> forget(Trace.Of of, String owner) {
        Map<String, Integer> rows = new TreeMap<>();
        for (Traces declared : traces) {
            for (Trace trace : declared.all()) {
                if (trace.of() == of) {
                    int changed = jdbc.sql(trace.sql()).param("owner", owner).update();
                    rows.merge(trace.table(), changed, Integer::sum);
                }
            }
        }
        return rows;
    }
}
