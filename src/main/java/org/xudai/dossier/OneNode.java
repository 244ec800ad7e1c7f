package org.xudai.dossier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one node of all do a piece of work: an advisory lock of the database, given back by itself when the node dies. */
@Component
public class OneNode {

    private final DataSource database;

    OneNode(DataSource database) {
        this.database = database;
    }

    /**
     * Does the work unless another node is at it.
     *
     * @param name name of the work
     * @return whether it was done here
     */
    public boolean run(String name, Runnable work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the lock for " + name + " cannot be asked for", e);
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
