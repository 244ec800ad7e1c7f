package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xudai.intake.worker.WorkerEnd;
import org.xudai.intake.worker.WorkerLease;
import org.xudai.intake.worker.WorkerLost;
import org.xudai.intake.worker.WorkerPool;

/**
 * Has files opened by workers. A file that costs a worker its life, by time or by memory, becomes a matter for an officer; one
 * whose worker merely died is looked at once more.
 */
@Component
class WorkerInspector implements FileInspector {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerInspector.class);
    private static final int MOST_TRIES = 2;

    private final WorkerPool workers;
    private final IntakeSettings settings;
    private final IntakeMeters meters;

    WorkerInspector(WorkerPool workers, IntakeSettings settings, IntakeMeters meters) {
        this.workers = workers;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public InspectedFile inspect(
            int sequence, Content content, Expected expected, IssuedSource issued, Previews previews)
            throws IOException {
        Path file = workers.newFile();
        try (InputStream in = content.open()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            for (int tries = 1; ; tries++) {
                try {
                    return ask(sequence, file, expected, issued, previews);
                } catch (WorkerLost lost) {
                    if (lost.end() == WorkerEnd.STOPPED) {
                        throw new CancellationException("the node stops");
                    }
                    LOG.warn("a file of {} bytes cost a worker its life: {}", Files.size(file), lost.end());
                    if (lost.end() != WorkerEnd.DIED || tries == MOST_TRIES) {
                        return InspectedFile.refused(sequence, FileKind.OTHER, "UNREADABLE");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while inspecting");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private InspectedFile ask(int sequence, Path file, Expected expected, IssuedSource issued, Previews previews)
            throws IOException, InterruptedException, WorkerLost {
        long asked = System.nanoTime();
        try (WorkerLease worker = workers.lease()) {
            meters.waited(System.nanoTime() - asked);
            InspectionTalk talk = new InspectionTalk(worker, settings, issued, previews);
            return talk.about(sequence, file, expected);
        }
    }
}
