package org.xudai.loanbook;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.xudai.access.StaffMember;

/** The files that this node reads in the background, one after the other. */
@Component
class ImportQueue implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final int WAITING = 8;
    private static final long LAST_BATCH_SECONDS = 20;

    private final ImportPass pass;
    private final ImportTable imports;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> new Thread(task, "loan-import"));
    private final AtomicBoolean stops = new AtomicBoolean();

    ImportQueue(ImportPass pass, ImportTable imports) {
        this.pass = pass;
        this.imports = imports;
    }

    /** Whether the node goes down: passes end after the batch they are at. */
    boolean stops() {
        return stops.get();
    }

    /** Takes a begun import; closes the copy when it is read. */
    void add(UUID id, UploadCopy copy, ImportRun run, StaffMember by) {
        waiting.add(id);
        try {
            reader.execute(() -> read(id, copy, run, by));
        } catch (RejectedExecutionException e) {
            waiting.remove(id);
            pass.end(id, ImportState.BROKEN, null, by);
            throw new LoanImports.TooManyImports();
        }
    }

    private void read(UUID id, UploadCopy copy, ImportRun run, StaffMember by) {
        waiting.remove(id);
        try (copy) {
            pass.read(id, copy, run, by, stops::get, () -> waiting.forEach(imports::touch));
        } catch (LoanImports.UnreadableFile e) {
            LOG.info("import {} ended early: {}", id, e.problem());
        } catch (IOException | RuntimeException e) {
            LOG.error("import {} was interrupted", id, e);
            interrupted(id, by);
        }
    }

    /** Where the database is away too, its silence tells the same. */
    private void interrupted(UUID id, StaffMember by) {
        try {
            pass.end(id, ImportState.BROKEN, null, by);
        } catch (RuntimeException e) {
            LOG.warn("the end of import {} could not be noted: {}", id, e.getMessage());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stops.set(true);
        reader.shutdown();
        if (!reader.awaitTermination(LAST_BATCH_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("an import did not stop in time");
        }
    }
}
