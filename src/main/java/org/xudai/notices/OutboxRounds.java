package org.xudai.notices;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks at the outbox every {@code xudai.notices.poll}, with one thread for one-time codes and one for everything else, so
 * that nobody waits for his code behind a mail server that does not answer. A code leaves at once after its commit.
 */
@Component
class OutboxRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRounds.class);

    private final OutboxSender sender;
    private final NoticeSettings settings;
    private @Nullable ScheduledExecutorService codes;
    private @Nullable ScheduledExecutorService others;

    OutboxRounds(OutboxSender sender, NoticeSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void codeCommitted(CodeQueued queued) {
        ScheduledExecutorService running = codes;
        if (running != null) {
            running.execute(this::codeRound);
        }
    }

    @Override
    public synchronized void start() {
        codes = rounds("outbox-codes", this::codeRound);
        others = rounds("outbox", this::otherRound);
    }

    @Override
    public synchronized void stop() {
        codes = ended(codes);
        others = ended(others);
    }

    @Override
    public synchronized boolean isRunning() {
        return codes != null;
    }

    private ScheduledExecutorService rounds(String name, Runnable round) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        long pause = settings.poll().toMillis();
        var unused = executor.scheduleWithFixedDelay(round, pause, pause, TimeUnit.MILLISECONDS);
        return executor;
    }

    private static @Nullable ScheduledExecutorService ended(@Nullable ScheduledExecutorService executor) {
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                    executor.shutdownNow();
                }
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        return null;
    }

    private void codeRound() {
        round(sender::sendCodes);
    }

    private void otherRound() {
        round(sender::sendDue);
    }

    /** A round that fails, e.g. with the database away, is followed by the next one. */
    private static void round(Runnable send) {
        try {
            send.run();
        } catch (RuntimeException e) {
            LOG.error("the outbox could not be looked at", e);
        }
    }
}
