package org.xudai.intake;

import jakarta.annotation.PreDestroy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Bounds what a file may cost: so many at a time, and each for so long. A file that takes longer or more memory than there
 * is becomes a matter for an officer. What was given up is interrupted, keeps its place until it really ends, and leaves
 * nothing more behind.
 */
@Component
@Primary
class BoundedInspector implements FileInspector {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedInspector.class);
    private static final int GRACE = 2;

    private final LocalInspector inspector;
    private final IntakeSettings settings;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "inspection");
        thread.setDaemon(true);
        return thread;
    });

    BoundedInspector(LocalInspector inspector, IntakeSettings settings) {
        this.inspector = inspector;
        this.settings = settings;
        this.places = new Semaphore(settings.inspectors());
    }

    @Override
    public InspectedFile inspect(int sequence, Path file, Expected expected, Previews previews) throws IOException {
        long patience = settings.patience().toMillis() * GRACE;
        try {
            if (!places.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("every inspector is busy");
            }
            Revocable revocable = new Revocable(previews);
            Future<InspectedFile> answer = threads.submit(() -> {
                try {
                    return inspector.inspect(sequence, file, expected, revocable);
                } finally {
                    places.release();
                }
            });
            return await(answer, patience, sequence, revocable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while inspecting");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static InspectedFile await(Future<InspectedFile> answer, long patience, int sequence, Revocable previews)
            throws IOException, InterruptedException {
        try {
            return answer.get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("inspection of a file was given up after {} ms", patience);
            return InspectedFile.refused(sequence, FileKind.OTHER, "UNREADABLE");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
                LOG.warn("inspection of a file was given up: {}", cause.toString());
                return InspectedFile.refused(sequence, FileKind.OTHER, "UNREADABLE");
            }
            if (cause instanceof IOException fault) {
                throw fault;
            }
            if (cause instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(cause);
        } finally {
            previews.revoke();
            answer.cancel(true);
        }
    }

    /** Takes no more pages once the inspection was given up. */
    private static final class Revocable implements Previews {

        private final Previews previews;
        private final AtomicBoolean revoked = new AtomicBoolean();

        Revocable(Previews previews) {
            this.previews = previews;
        }

        void revoke() {
            revoked.set(true);
        }

        @Override
        public void page(BufferedImage picture) {
            if (revoked.get()) {
                throw new CancellationException("the inspection was given up");
            }
            previews.page(picture);
        }
    }
}
