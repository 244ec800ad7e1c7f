package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;
import org.xudai.intake.worker.WorkerPool;

/** Opens stacks of scans; their bytes are looked at in worker processes alone. */
@Component
public class StackReader {

    private final WorkerPool workers;
    private final IntakeSettings settings;

    StackReader(WorkerPool workers, IntakeSettings settings) {
        this.workers = workers;
        this.settings = settings;
    }

    /**
     * Takes a copy of a stack to where workers can read it.
     *
     * @throws IOException where it cannot be read or written
     */
    public OpenStack open(InputStream stack) throws IOException {
        Path file = workers.newFile();
        boolean copied = false;
        try {
            Files.copy(stack, file, StandardCopyOption.REPLACE_EXISTING);
            copied = true;
            return new OpenStack(workers, settings, file);
        } finally {
            if (!copied) {
                Files.deleteIfExists(file);
            }
        }
    }
}
