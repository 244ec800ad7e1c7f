package org.xudai.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, in schema {@code camunda}, from the scripts in the engine's jar. The checksum is constant:
 * forks of the engine carry the same scripts with other bytes.
 */
@Component
class CamundaSchemaMigration implements JavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611230001");
    }

    @Override
    public String getDescription() {
        return "engine camunda schema";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 724;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set local search_path to camunda");
            for (String script : SCRIPTS) {
                statement.execute(read("org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"));
            }
            statement.execute("set local search_path to xudai");
        }
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = CamundaSchemaMigration.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the engine's jar has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
