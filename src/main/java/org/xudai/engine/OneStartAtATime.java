package org.xudai.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.jspecify.annotations.Nullable;

/**
 * Lets nodes that start together make their engines one after the other: each looks whether a grant is there and makes it
 * where it is not, and of two that look at once one would fail. The lock is the connection's; a node that dies gives it back.
 */
class OneStartAtATime {

    private static final String LOCK = "select pg_advisory_lock(hashtextextended('xudai.engine.start', 0))";

    private final DataSource database;
    private @Nullable Connection held;

    OneStartAtATime(DataSource database) {
        this.database = database;
    }

    /** The first plugin: waits for its turn. */
    ProcessEnginePlugin begins() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                take();
            }
        };
    }

    /** The last plugin: lets the next one go. */
    ProcessEnginePlugin ends() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                giveBack();
            }
        };
    }

    private void take() {
        try {
            Connection connection = database.getConnection();
            held = connection;
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the turn to start the engine cannot be asked for", e);
        }
    }

    private void giveBack() {
        Connection connection = held;
        if (connection == null) {
            return;
        }
        held = null;
        try (connection;
                PreparedStatement unlock = connection.prepareStatement(
                        "select pg_advisory_unlock(hashtextextended('xudai.engine.start', 0))")) {
            unlock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the turn to start the engine cannot be given back", e);
        }
    }
}
