package org.xudai.loanbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.loanbook.ImportRun.Checked;
import org.xudai.loanbook.ImportRun.Row;
import org.xudai.loanbook.LoanImports.UnreadableFile;

/** Reads one file from its start to its end, a batch a transaction. */
@Component
class ImportPass {

    private static final int BATCH = 500;
    private static final int TRIES = 4;

    /** Batches of two files come one after the other, so that they never wait for each other's rows in a circle. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('xudai.loanbook.import'))";

    private final ImportTable imports;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportPass(
            ImportTable imports,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Refuses a file whose header cannot be read. */
    void requireHeader(UploadCopy copy, ImportRun run) throws IOException {
        try (TableRows rows = TableRows.of(copy)) {
            Optional<Row> row = rows.next();
            while (row.isPresent()) {
                boolean blank = row.get().cells().stream().allMatch(String::isBlank);
                run.takesHeader(row.get().cells());
                if (!blank) {
                    return;
                }
                row = rows.next();
            }
            run.requireHeader();
        }
    }

    UUID begin(LoanImports.Kind kind, UploadCopy copy, String fileName, StaffMember by) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            imports.begin(id, fileName, kind, copy.size(), by.id());
            events.publishEvent(new ImportEvent(
                    id,
                    "started",
                    Actor.staff(by.id()),
                    Map.of(
                            "import", id.toString(),
                            "kind", kind.name(),
                            "sha256", copy.hash().value())));
        });
        return id;
    }

    /**
     * Reads the file and notes how that ended.
     *
     * @param stops whether the node goes down
     * @param afterBatch called after each batch
     * @throws UnreadableFile where the file cannot be read on
     */
    void read(UUID id, UploadCopy copy, ImportRun run, StaffMember by, BooleanSupplier stops, Runnable afterBatch)
            throws IOException {
        try {
            end(id, rows(id, copy, run, stops, afterBatch), null, by);
        } catch (UnreadableFile e) {
            end(id, ImportState.FAILED, e, by);
            throw e;
        }
    }

    /** Notes that an import ended. */
    void end(UUID id, ImportState state, @Nullable UnreadableFile why, StaffMember by) {
        transaction.executeWithoutResult(status -> {
            imports.end(id, state, why == null ? null : why.problem(), why == null ? null : why.detail());
            Map<String, String> facts = new TreeMap<>(Map.of("import", id.toString(), "state", state.name()));
            imports.report(id).ifPresent(report -> {
                facts.put("rows", Long.toString(report.rows()));
                facts.put("created", Long.toString(report.created()));
                facts.put("updated", Long.toString(report.updated()));
                facts.put("rejected", Long.toString(report.rejectedRows()));
            });
            events.publishEvent(new ImportEvent(id, "ended", Actor.staff(by.id()), facts));
        });
    }

    private ImportState rows(UUID id, UploadCopy copy, ImportRun run, BooleanSupplier stops, Runnable afterBatch)
            throws IOException {
        try (TableRows rows = TableRows.of(copy)) {
            List<Row> batch = new ArrayList<>(BATCH);
            Optional<Row> row = rows.next();
            while (row.isPresent()) {
                if (row.get().isBroken() || !run.takesHeader(row.get().cells())) {
                    batch.add(row.get());
                }
                row = rows.next();
                if (batch.size() == BATCH || row.isEmpty()) {
                    if (row.isEmpty()) {
                        run.requireHeader();
                    }
                    if (!write(id, run.check(batch), rows.showsProgress() ? copy.position() : 0)) {
                        return ImportState.CANCELLED;
                    }
                    batch.clear();
                    afterBatch.run();
                    if (stops.getAsBoolean() && row.isPresent()) {
                        return ImportState.BROKEN;
                    }
                }
            }
            run.requireHeader();
            return ImportState.DONE;
        }
    }

    /** Writes a batch; a database that had to break a circle of locks gets it again. */
    private boolean write(UUID id, Checked batch, long position) {
        for (int tried = 1; ; tried++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> {
                    jdbc.sql(ONE_AT_A_TIME).query(row -> {});
                    return imports.count(id, batch.write(), position);
                }));
            } catch (PessimisticLockingFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }
}
