package org.xudai.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts how often the database is asked: outside of a transaction each question takes a connection. */
final class CountedDatabase extends DelegatingDataSource {

    private final AtomicInteger connections = new AtomicInteger();

    CountedDatabase(DataSource database) {
        super(database);
    }

    int connections() {
        return connections.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return super.getConnection();
    }
}
